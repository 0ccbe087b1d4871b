"""The tab Embeddings."""
