"""The subcommands of `edition`, one a module; each brings in what it needs when it is run."""
