namespace FetchHive.Tool.Tests.Kit;

internal static class Samples
{
    /// <summary>A snippet with an input of each kind.</summary>
    public const string Brief =
        """
        # optional: max_words, is_draft
        curl 'https://api.fetchhive.com/v1/workflow/invoke' \
          -H 'Authorization: Bearer YOUR_API_KEY' \
          --data-raw '{
            "deployment": "brief",
            "variant": "live",
            "inputs": {
              "topic": "Bees",
              "companies": ["Fetch Hive"],
              "max_words": 200,
              "is_draft": false
            },
            "metadata": { "plan": "pro", "seats": 3 }
          }'

        """;

    /// <summary>An output of that deployment.</summary>
    public const string BriefOutput = """{"title": "On bees", "words": 812}""";

    public static WorkFolder Folder() =>
        new WorkFolder().Write("brief.fetchhive.sh", Brief).Write("brief.fetchhive.output.json", BriefOutput);
}
