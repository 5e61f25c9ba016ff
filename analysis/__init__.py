"""Answers to named questions over one release; knows nothing of Streamlit, plotly or files."""
