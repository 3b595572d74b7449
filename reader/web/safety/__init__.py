"""What keeps a reader's library private: headers, host names, the secret key."""
