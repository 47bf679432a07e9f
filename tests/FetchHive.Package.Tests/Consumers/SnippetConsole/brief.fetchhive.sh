curl 'https://api.fetchhive.com/v1/workflow/invoke' \
  -H 'Authorization: Bearer YOUR_API_KEY' \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json' \
  --data-raw '{
    "deployment": "research-brief",
    "variant": "production",
    "inputs": {
      "topic": "State of enterprise AI in 2026"
    }
  }' \
  --compressed
