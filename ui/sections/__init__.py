"""Parts of pages: each takes answers and draws them."""
