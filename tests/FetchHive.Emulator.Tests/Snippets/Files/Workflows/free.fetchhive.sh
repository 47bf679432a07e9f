{ "deployment": "no-inputs", "variant": "production" }
