# optional: max_words
curl 'https://api.fetchhive.com/v1/workflow/invoke' \
  -H 'Authorization: Bearer YOUR_API_KEY' \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json' \
  --data-raw '{
    "deployment": "research-brief",
    "variant": "production",
    "inputs": {
      "topic": "State of enterprise AI in 2026",
      "companies": [{ "name": "Fetch Hive", "website": "https://fetchhive.com" }],
      "max_words": 200
    },
    "metadata": {
      "customer_id": "cus_123",
      "plan": "enterprise"
    }
  }' \
  --compressed
