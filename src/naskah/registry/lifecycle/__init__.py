"""What happens to an agreement after it is signed: kinds of event, what they ask for, open, close and end."""
