# optional: max_words, tone
# variants: staging
curl 'https://api.fetchhive.com/v1/workflow/invoke' \
  -H 'Authorization: Bearer YOUR_API_KEY' \
  -H 'Content-Type: application/json' \
  --data-raw '{
    "deployment": "snippet-brief",
    "variant": "production",
    "inputs": {
      "topic": "State of enterprise AI in 2026",
      "companies": [{ "name": "Fetch Hive" }],
      "max_words": 200,
      "tone": null,
      "draft": true,
      "style": { "dry": true }
    }
  }' \
  --compressed
