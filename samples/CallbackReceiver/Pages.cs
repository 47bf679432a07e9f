using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using FetchHive;
using FetchHive.AspNetCore;
using FetchHive.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CallbackReceiver;

/// <summary>
/// The page with the form, and the list of runs in its own frame. The list refreshes itself, and what someone is typing must not be lost.
/// </summary>
internal static class Pages
{
    private const int LongestTopic = 200;

    public static void MapPages(this WebApplication app)
    {
        app.MapGet("/", Home);
        app.MapGet("/runs", Runs);

        // The origin is checked instead of antiforgery tokens, whose keys would be written to the user's profile.
        app.MapPost("/runs", (
            [FromForm] string? topic,
            [FromForm] string? twice,
            HttpContext context,
            IResearchBrief briefs,
            RunBoard board,
            FetchHiveEmulator hive,
            CallbackRunTracker tracker,
            CancellationToken token) =>
            context.Request.Headers.Origin == app.Urls.First()
                ? StartAsync(topic, twice, context, briefs, board, hive, tracker.GetCallbackUrl(IResearchBrief.StartCallback), token)
                : Task.FromResult<IResult>(HomeWith(context, $"The form was not sent from this page. Open {app.Urls.First()}.")))
            .DisableAntiforgery();
    }

    private static ContentHttpResult Home(HttpContext context) => HomeWith(context, message: null);

    private static ContentHttpResult HomeWith(HttpContext context, string? message) =>
        Page(context, Html.Home(LongestTopic, message), message is null ? 200 : 400);

    private static ContentHttpResult Runs(HttpContext context, RunBoard board, FetchHiveEmulator hive)
    {
        var rows = board.Newest();
        if (rows.Any(row => row.IsUnderWay))
        {
            context.Response.Headers["Refresh"] = "1";
        }

        return Page(context, Html.Runs(rows, hive.Callbacks), 200);
    }

    private static async Task<IResult> StartAsync(
        string? topic, string? twice, HttpContext context, IResearchBrief briefs, RunBoard board, FetchHiveEmulator hive, Uri callbackUrl,
        CancellationToken token)
    {
        topic = topic?.Trim() ?? "";
        if (topic.Length is 0 or > LongestTopic)
        {
            return HomeWith(context, $"Enter a topic of 1 to {LongestTopic} characters.");
        }

        if (twice is not null)
        {
            hive.DeliverNext(new CallbackDelivery { Times = 2, Concurrently = true });
        }

        try
        {
            board.Start(await briefs.StartAsync(topic, callbackUrl, token), topic);
        }
        catch (FetchHiveException exception)
        {
            return HomeWith(context, exception.Message);
        }

        // So that reloading the page doesn't start another run.
        context.Response.Headers.Location = "/";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static ContentHttpResult Page(HttpContext context, string html, int statusCode)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action "
            + "'self'; base-uri 'none'; frame-ancestors 'self'";
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Content(html, "text/html; charset=utf-8", statusCode: statusCode);
    }
}
