"""The screen: filters, charts, tables, sections."""
