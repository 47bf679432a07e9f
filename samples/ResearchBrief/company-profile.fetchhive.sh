curl 'https://api.fetchhive.com/v1/workflow/invoke' \
  -H 'Authorization: Bearer YOUR_API_KEY' \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json' \
  --data-raw '{
    "deployment": "company-profile",
    "variant": "production",
    "inputs": {
      "company": { "name": "Fetch Hive", "website": "https://fetchhive.com" },
      "aspects": ["Product", "Market"]
    }
  }' \
  --compressed
