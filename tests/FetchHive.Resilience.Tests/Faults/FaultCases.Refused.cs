using System;
using System.Collections.Generic;
using FetchHive.Emulator;

namespace FetchHive.Resilience.Tests.Faults;

// Refusals by the service, or by something in front of it.
internal static partial class FaultCases
{
    private static IEnumerable<FaultCase> Refused()
    {
        const string Stage = "refused";
        yield return Failed<FetchHiveValidationException>(Stage, "400", Refusal(400), false, 1, 0);
        yield return Failed<FetchHiveAuthenticationException>(Stage, "401", scene => scene.Options.ApiKey = "wrong", false, 1, 0);
        yield return Failed<FetchHivePlanLimitException>(Stage, "402", Refusal(402), false, 1, 0);
        yield return Failed<FetchHiveAuthenticationException>(Stage, "403", Refusal(403), false, 1, 0);
        yield return Failed<FetchHiveNotFoundException>(Stage, "404", Refusal(404), false, 1, 0);
        yield return Failed<FetchHiveRequestException>(Stage, "407", Refusal(407), false, 1, 0);
        yield return Failed<FetchHiveRequestException>(Stage, "408", Refusal(408), true, 1, 0);
        yield return Failed<FetchHiveRequestException>(Stage, "413", Refusal(413), false, 1, 0);
        yield return Failed<FetchHiveValidationException>(Stage, "422", scene => scene.Inputs["topic"] = 7, false, 1, 0);
        yield return Failed<FetchHiveRequestException>(Stage, "460 or 499", Refusal(499), true, 1, 0);
        yield return Failed<FetchHiveRequestException>(Stage, "any other 4xx", Refusal(418), false, 1, 0);

        yield return Failed<FetchHiveRateLimitException>(Stage, "429 of the concurrency limit",
            scene => Repeat(scene, EmulatorResponse.ConcurrencyLimit(), 4), false, 4, 0);
        yield return Passed(Stage, "429 of the concurrency limit, twice", scene => Repeat(scene, EmulatorResponse.ConcurrencyLimit(), 2), 3,
            1);
        yield return Failed<FetchHiveRateLimitException>(
            Stage,
            "429 of the concurrency limit, with `MaxRetries` 0",
            scene =>
            {
                scene.Options.MaxRetries = 0;
                scene.Hive.RespondNext(EmulatorResponse.ConcurrencyLimit());
            },
            false,
            1,
            0);
        yield return Failed<FetchHiveRateLimitException>(
            Stage, "429 of the concurrency limit, with a `Retry-After` beyond `Timeout`",
            EmulatorResponse.ConcurrencyLimit().WithHeader("Retry-After", "600"), false, 1, 0);
        yield return Cancelled(
            Stage,
            "429 of the concurrency limit, and the caller cancels between retries",
            scene =>
            {
                scene.Hive.RespondNext(EmulatorResponse.ConcurrencyLimit().WithHeader("Retry-After", "400"));
                scene.Cancel(() => scene.Time.Timers == 2);
            },
            false,
            1,
            0);
        yield return Failed<FetchHiveRateLimitException>(Stage, "429 of the daily cap",
            EmulatorResponse.DailyLimit().WithHeader("Retry-After", "1"), false, 1, 0);
        yield return Failed<FetchHiveRateLimitException>(Stage, "429 of another limit",
            EmulatorResponse.Error(429, "Slow down.", FetchHiveErrorCodes.TooManyRequests), false, 1, 0);

        yield return Failed<FetchHiveServerException>(Stage, "500", Refusal(500), true, 1, 0);
        yield return Failed<FetchHiveServerException>(Stage, "502", Refusal(502), true, 1, 0);
        yield return Failed<FetchHiveServerException>(Stage, "503 without `Retry-After`", Refusal(503), true, 1, 0);
        yield return Failed<FetchHiveServerException>(Stage, "503 with `Retry-After`",
            scene => Repeat(scene, Refusal(503).WithHeader("Retry-After", "2"), 4), false, 4, 0);
        yield return Passed(Stage, "503 with `Retry-After`, once",
            scene => Repeat(scene, Refusal(503).WithHeader("Retry-After", "2"), 1), 2, 1);
        yield return Failed<FetchHiveServerException>(Stage, "504, or any other 5xx", Refusal(504), true, 1, 0);

        yield return Failed<FetchHiveRequestException>(Stage, "301, 302, 307, 308: to the same host or another one",
            EmulatorResponse.Redirect(307, new Uri("http://127.0.0.1:9/elsewhere")), false, 1, 0);
        yield return Failed<FetchHiveRequestException>(
            Stage, "a redirect to itself", scene => scene.Hive.RespondNext(
                EmulatorResponse.Redirect(308, new Uri(scene.Hive.BaseAddress + "/workflow/invoke"))), false, 1, 0);
        yield return Failed<FetchHiveRequestException>(Stage, "303", EmulatorResponse.Redirect(303, new Uri("http://127.0.0.1:9/result")),
            true, 1, 0);

        yield return Failed<FetchHiveAuthenticationException>(Stage, "401 as a page of HTML",
            EmulatorResponse.Raw(401, "<html>Sign in"u8.ToArray(), new KeyValuePair<string, string>("Content-Type", "text/html")), false, 1,
            0);
        yield return Failed<FetchHiveAuthenticationException>(Stage, "401, `error` as an object",
            EmulatorResponse.Json(401, """{"error":{"message":"No.","code":"odd"}}"""), false, 1, 0);
        yield return Failed<FetchHiveAuthenticationException>(Stage, "401 without a body", EmulatorResponse.Raw(401, default), false, 1, 0);
        yield return Failed<FetchHiveAuthenticationException>(Stage, "401 whose body breaks off",
            Refusal(401).CutAfter(5, ConnectionEnd.Reset), false, 1, 0);
        yield return Failed<FetchHiveAuthenticationException>(Stage, "401 whose body never comes", Refusal(401).StallAfter(0), false, 1, 0);
        yield return Failed<FetchHiveAuthenticationException>(Stage, "401 whose body never ends",
            EmulatorResponse.Endless(401), false, 1, 0);
    }

    private static EmulatorResponse Refusal(int status) => EmulatorResponse.Error(status, "No.");

    private static void Repeat(Kit.FaultScene scene, EmulatorResponse response, int times)
    {
        for (int i = 0; i < times; i++)
        {
            scene.Hive.RespondNext(response);
        }
    }
}
