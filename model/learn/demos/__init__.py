"""What the page invites visitors to try, chosen for one model by measurement."""
