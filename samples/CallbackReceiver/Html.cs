using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using FetchHive.Emulator;

namespace CallbackReceiver;

/// <summary>
/// Writes the pages. Topics, outputs and errors come from outside, so they go through <see cref="Text"/>.
/// </summary>
internal static class Html
{
    private const string Style = """
        <style>
          :root { color-scheme: light dark; }
          body { font: 1rem/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
          body.frame { margin: 0; max-width: none; padding: 0; }
          form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; margin: 1.5rem 0; }
          label.topic { display: flex; flex: 1 1 20rem; gap: .5rem; align-items: center; }
          input[name=topic] { flex: 1; font: inherit; padding: .4rem .6rem; }
          button { font: inherit; padding: .4rem 1rem; }
          iframe { width: 100%; height: calc(100vh - 19rem); min-height: 16rem; border: 0; }
          table { width: 100%; border-collapse: collapse; }
          th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid #8884; overflow-wrap: anywhere; }
          th { font-weight: 600; white-space: nowrap; }
          td.id { font-family: ui-monospace, monospace; font-size: .8rem; }
          td.time, td.state { white-space: nowrap; }
          .completed { color: #1a7f37; } .failed { color: #cf222e; } .going { color: #9a6700; }
          .note { opacity: .75; }
          p.message { border-left: .25rem solid #cf222e; padding-left: .75rem; }
          ul { margin: .25rem 0 0; padding-left: 1.1rem; }
        </style>
        """;

    public static string Home(int longestTopic, string? message) => Document("", $"""
        <h1>Runs of research-brief</h1>
        <p>Starting a run returns at once. Its result comes as a signed callback to this application,
        which verifies it, reads it as a type and handles it once.</p>
        {(message is null ? "" : $"<p class=\"message\" role=\"alert\">{Text(message)}</p>")}
        <form method="post" action="/runs">
          <label class="topic">Topic <input name="topic" required maxlength="{longestTopic}" value="State of enterprise AI in 2026"></label>
          <label><input type="checkbox" name="twice" value="1"> deliver the callback twice</label>
          <button>Start a run</button>
        </form>
        <p class="note">A topic with “fail” in it makes the run fail.</p>
        <iframe src="/runs" title="The runs"></iframe>
        """);

    public static string Runs(IReadOnlyList<RunRow> rows, IReadOnlyList<SentCallback> deliveries)
    {
        if (rows.Count == 0)
        {
            return Document("frame", "<p class=\"note\">No runs yet.</p>");
        }

        StringBuilder body = new("""
            <table>
              <thead><tr><th>Started</th><th>Topic</th><th>State</th><th>Result</th><th>Callback</th><th>Request id</th></tr></thead>
              <tbody>

            """);
        foreach (RunRow row in rows)
        {
            body.Append(CultureInfo.InvariantCulture, $"""
                <tr>
                  <td class="time">{row.Started:HH:mm:ss}</td>
                  <td>{Text(row.Topic)}</td>
                  <td class="state {StateOf(row)}">{Text(row.Status.ToString())}</td>
                  <td>{Result(row)}</td>
                  <td>{Callback(row, deliveries)}</td>
                  <td class="id">{Text(row.RequestId)}</td>
                </tr>

                """);
        }

        return Document("frame", body.Append("</tbody></table>").ToString());
    }

    private static string StateOf(RunRow row) => row.IsUnderWay ? "going" : row.Result is null ? "failed" : "completed";

    private static string Result(RunRow row)
    {
        if (row.Result is not { } brief)
        {
            return Text(row.Error);
        }

        StringBuilder html = new($"<strong>{Text(brief.Title)}</strong><br>{Text(brief.Summary)}<ul>");
        foreach (Finding finding in brief.Findings)
        {
            html.Append(
                CultureInfo.InvariantCulture, $"<li>{Text(finding.Claim)} <span class=\"note\">({finding.Confidence:P0})</span></li>");
        }

        return html.Append("</ul>").ToString();
    }

    private static string Callback(RunRow row, IReadOnlyList<SentCallback> deliveries)
    {
        int attempts = deliveries.Count(sent => sent.RequestId == row.RequestId);
        return row.IsUnderWay && attempts == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"delivered {Times(attempts)}, handled {Times(row.TimesHandled)}");
    }

    private static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} times"),
    };

    private static string Document(string kind, string body) => $"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width">
          <title>Runs of research-brief</title>
        {Style}
        </head>
        <body class="{kind}">
        {body}
        </body>
        </html>
        """;

    private static string Text(string? text) => HtmlEncoder.Default.Encode(text ?? "");
}
