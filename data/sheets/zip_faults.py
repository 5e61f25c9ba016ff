"""What the standard library raises on a zip that is cut off, forged or packed in a way unknown."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib

# ValueError: a directory that points before the file; RuntimeError: a part with a password;
# NotImplementedError: a packing that is not built in; KeyError: a part that is not there.
ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    KeyError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
