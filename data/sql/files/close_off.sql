-- Auto-loading of extensions reaches for the network (design 13); nothing here reads other files.
set enable_external_access = false;
