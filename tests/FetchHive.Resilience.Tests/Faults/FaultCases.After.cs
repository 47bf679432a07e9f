using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Resilience.Tests.Kit;

namespace FetchHive.Resilience.Tests.Faults;

// Faults after the request has arrived. From here on, a run may have started.
internal static partial class FaultCases
{
    private const string Whole = """{"request_id":"req_019d52846ea37682b03522fd0695cc43","run_status":"completed","output":"x"}""";

    private static IEnumerable<FaultCase> Awaiting()
    {
        const string Stage = "waiting for the response";
        yield return Failed<FetchHiveConnectionException>(Stage, "the connection is closed",
            EmulatorResponse.NoResponse(ConnectionEnd.Close),
            true, 1, 0);
        yield return Failed<FetchHiveConnectionException>(Stage, "the connection is half-closed",
            EmulatorResponse.NoResponse(ConnectionEnd.HalfClose), true, 1, 0);
        yield return Failed<FetchHiveConnectionException>(Stage, "the connection is reset",
            EmulatorResponse.NoResponse(ConnectionEnd.Reset),
            true, 1, 0);
        yield return Failed<FetchHiveConnectionException>(Stage, "the run starts, and the connection is reset",
            EmulatorResponse.Regular().Lost(), true, 1, 1);
        yield return Failed<FetchHiveConnectionException>(Stage, "the service stops", scene => StopMeanwhile(scene), true, 1, 0);
        yield return Failed<FetchHiveTimeoutException>(
            Stage,
            "the run starts, and `Timeout` passes",
            scene =>
            {
                scene.Hive.RespondNext(EmulatorResponse.Regular().After(Task.Delay(-1)));
                scene.TimeOut(() => scene.Runs == 1);
            },
            true,
            1,
            1);
        yield return Failed<FetchHiveTimeoutException>(
            Stage,
            "`HttpClient.Timeout` of the caller's own client passes",
            scene =>
            {
                scene.Http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
                scene.Hive.RespondNext(EmulatorResponse.Never());
            },
            true,
            1,
            0);
        yield return Cancelled(
            Stage,
            "the run starts, and the caller cancels",
            scene =>
            {
                scene.Hive.RespondNext(EmulatorResponse.Regular().After(Task.Delay(-1)));
                scene.Cancel(() => scene.Runs == 1);
            },
            true,
            1,
            1);
    }

    private static IEnumerable<FaultCase> Reading()
    {
        const string Stage = "reading the response";
        yield return Failed<FetchHiveResponseException>(Stage, "the connection is closed in the middle",
            EmulatorResponse.Regular().CutAfter(20), true, 1, 1);
        yield return Failed<FetchHiveResponseException>(Stage, "the connection is reset in the middle",
            EmulatorResponse.Regular().CutAfter(20, ConnectionEnd.Reset), true, 1, 1);
        yield return Failed<FetchHiveTimeoutException>(
            Stage,
            "it stops in the middle, and `Timeout` passes",
            scene =>
            {
                scene.Hive.RespondNext(EmulatorResponse.Regular().StallAfter(20));
                scene.TimeOut(() => scene.Runs == 1 && scene.Hive.Requests[0].StatusCode is not null);
            },
            true,
            1,
            1);
        yield return Failed<FetchHiveTimeoutException>(
            Stage,
            "a byte a minute, and `Timeout` passes",
            scene =>
            {
                scene.Hive.RespondNext(EmulatorResponse.Regular().InPieces(1, TimeSpan.FromMinutes(1)));
                scene.TimeOut(() => scene.Runs == 1 && scene.Hive.Requests[0].StatusCode is not null);
            },
            true,
            1,
            1);
        yield return Cancelled(
            Stage,
            "a byte a minute, and the caller cancels",
            scene =>
            {
                scene.Hive.RespondNext(EmulatorResponse.Regular().InPieces(1, TimeSpan.FromMinutes(1)));
                scene.Cancel(() => scene.Runs == 1 && scene.Hive.Requests[0].StatusCode is not null);
            },
            true,
            1,
            1);
        yield return Failed<FetchHiveResponseException>(Stage, "larger than `MaxResponseBytes`",
            scene => scene.Options.MaxResponseBytes = 50, true, 1, 1);
        yield return Failed<FetchHiveResponseException>(Stage, "it never ends", EmulatorResponse.Endless(), true, 1, 0);
        yield return Failed<FetchHiveResponseException>(Stage, "5 GiB of gzip in 5 MiB",
            EmulatorResponse.CompressionBomb(5L << 30), true, 1,
            0);
        yield return Failed<FetchHiveResponseException>(Stage, "gzip that is broken", Encoded("gzip", [1, 2, 3, 4]), true, 1, 0);
        yield return Failed<FetchHiveResponseException>(Stage, "gzip that is announced and isn't there",
            Encoded("gzip", Encoding.UTF8.GetBytes(Whole)), true, 1, 0);
        yield return Failed<FetchHiveResponseException>(Stage, "an encoding that wasn't asked for", Encoded("zstd", [1, 2, 3, 4]), true, 1,
            0);
    }

    private static IEnumerable<FaultCase> Answered()
    {
        const string Stage = "answered with 2xx";
        yield return Failed<FetchHiveRunFailedException>(Stage, "the run failed",
            EmulatorResponse.Json(200, """{"request_id":"req_1","run_status":"failed","error":"Step 3 failed."}"""), true, 1, 0);
        yield return Failed<FetchHiveRunFailedException>(Stage, "5xx or 4xx that says `run_status` `failed`",
            EmulatorResponse.Json(500, """{"request_id":"req_1","run_status":"failed","error":"Step 3 failed."}"""), true, 1, 0);
        yield return Failed<FetchHiveResponseException>(Stage, "the run isn't finished",
            EmulatorResponse.Json(202, """{"request_id":"req_1","run_status":"running"}"""), true, 1, 0);
        yield return Failed<FetchHiveResponseException>(Stage, "no body", EmulatorResponse.Raw(200, default), true, 1, 0);
        yield return Failed<FetchHiveResponseException>(Stage, "204", EmulatorResponse.Raw(204, default), true, 1, 0);
        yield return Failed<FetchHiveResponseException>(Stage, "a page of HTML",
            EmulatorResponse.Raw(200, "<html>Welcome"u8.ToArray(), new KeyValuePair<string, string>("Content-Type", "text/html")), true, 1,
            0);
        yield return Passed(Stage, "the right JSON as `text/html`",
            scene => scene.Hive.RespondNext(
                EmulatorResponse.Raw(200, Encoding.UTF8.GetBytes(Whole), new KeyValuePair<string, string>("Content-Type", "text/html"))), 1,
            0);
        yield return Failed<FetchHiveResponseException>(Stage, "JSON that stops", EmulatorResponse.Json(200, Whole[..^5]), true, 1, 0);
        yield return Failed<FetchHiveResponseException>(Stage, "two responses in one",
            EmulatorResponse.Json(200, Whole + Whole), true, 1, 0);
        yield return Failed<FetchHiveResponseException>(Stage, "10,000 nested arrays",
            EmulatorResponse.Json(200, new string('[', 10_000) + new string(']', 10_000)), true, 1, 0);
        yield return Failed<FetchHiveResponseException>(
            Stage, "10,000 nested arrays as the output",
            EmulatorResponse.Json(200, Whole.Replace("\"x\"", new string('[', 10_000) + new string(']', 10_000), StringComparison.Ordinal)),
            true, 1, 0);
        yield return Failed<FetchHiveResponseException>(Stage, "bytes that aren't UTF-8",
            EmulatorResponse.Raw(200, (byte[])[.. Encoding.UTF8.GetBytes(Whole[..^3]), 0xC3, 0x28, .. "\"}"u8]), true, 1, 0);
        yield return Passed(Stage, "a key twice: the last one counts",
            scene => scene.Hive.RespondNext(
                EmulatorResponse.Json(200, Whole.Replace("\"output\"", "\"output\":1,\"output\"", StringComparison.Ordinal))), 1, 0);
        yield return Failed<FetchHiveResponseException>(Stage, "no `run_status`", EmulatorResponse.Json(200, """{"output":"x"}"""), true, 1,
            0);
        yield return Failed<FetchHiveResponseException>(Stage, "no `output`",
            EmulatorResponse.Json(200, """{"request_id":"req_1","run_status":"completed"}"""), true, 1, 0);
        yield return Failed<FetchHiveResponseException>(Stage, "`error` as an object, and no `run_status`",
            EmulatorResponse.Json(200, """{"error":{"message":"No."}}"""), true, 1, 0);
    }

    private static EmulatorResponse Encoded(string encoding, byte[] body) =>
        EmulatorResponse.Raw(200, body, new KeyValuePair<string, string>("Content-Encoding", encoding),
        new KeyValuePair<string, string>("Content-Type", "application/json"));

    private static void StopMeanwhile(FaultScene scene)
    {
        scene.Hive.RespondNext(EmulatorResponse.Never());
        scene.Meanwhile = async () =>
        {
            await FaultScene.UntilAsync(() => scene.Hive.Requests.Count == 1);
            await scene.Hive.StopListeningAsync();
        };
    }
}
