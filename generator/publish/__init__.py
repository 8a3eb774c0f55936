"""Publishing: sealed files become a deployment, whole or not at all, after a last look for anything readable."""
