using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using FetchHive.Emulator;
using FetchHive.Tool.Terminals;
using Spectre.Console;

namespace FetchHive.Tool.Emulating;

/// <summary>Writes what an emulator serves and what happens: lines for people, or one JSON object per line.</summary>
internal sealed class EmulatorLog(Terminal terminal)
{
    private readonly object _gate = new();

    /// <summary>Writes the emulator's address, and what it serves.</summary>
    public void WriteStart(FetchHiveEmulator hive, EmulatorFaults faults)
    {
        if (terminal.IsJson)
        {
            Write(new JsonObject
            {
                ["event"] = "listening",
                ["address"] = hive.BaseAddress.ToString(),
                ["api_key"] = hive.ApiKey,
                ["page"] = PageOf(hive).ToString(),
                ["deployments"] = new JsonArray([.. hive.Deployments.Select(deployment => ToJson(deployment, hive))]),
            });
            return;
        }

        List<string> lines = [$"Address  {hive.BaseAddress}", $"Key      {hive.ApiKey}", $"Page     {PageOf(hive)}"];
        if (faults != EmulatorFaults.None)
        {
            lines.Add($"Faults   {faults}");
        }

        lines.Add("");
        foreach (IGrouping<string, EmulatedDeployment> deployment in hive.Deployments.GroupBy(deployed => deployed.Deployment))
        {
            string variants = string.Join(", ", deployment.Select(deployed => deployed.Variant));
            lines.Add($"{deployment.Key}: {variants}. Callbacks are signed with {hive.GetWebhookSecret(deployment.Key)}");
        }

        lock (_gate)
        {
            foreach (string line in lines)
            {
                terminal.WriteText(line);
            }

            terminal.Out.WriteLine();
            terminal.Say("Ctrl+C stops it.");
        }
    }

    /// <summary>Writes a request.</summary>
    public void Write(ReceivedRequest request)
    {
        if (terminal.IsJson)
        {
            Write(new JsonObject
            {
                ["event"] = "request",
                ["time"] = request.ReceivedAt,
                ["method"] = request.Method,
                ["path"] = request.Path,
                ["deployment"] = request.Deployment,
                ["variant"] = request.Variant,
                ["status"] = request.StatusCode,
                ["seconds"] = request.Duration?.TotalSeconds,
                ["request_id"] = request.RequestId,
                ["error"] = request.Error,
            });
            return;
        }

        string what = request.Deployment is { } deployment ? $" {deployment}/{request.Variant}" : "";
        string status = request.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "no response";
        string end = request.RequestId is { } id ? ", " + id : request.Error is { } error ? ": " + error : "";
        WriteLine(
            request.ReceivedAt, $"{request.Method} {request.Path}{what} {status}{In(request.Duration)}{end}", request.StatusCode is < 400);
    }

    /// <summary>Writes an attempt to deliver a callback.</summary>
    public void Write(SentCallback callback)
    {
        if (terminal.IsJson)
        {
            Write(new JsonObject
            {
                ["event"] = "callback",
                ["time"] = callback.SentAt,
                ["url"] = callback.Url,
                ["deployment"] = callback.Deployment,
                ["variant"] = callback.Variant,
                ["request_id"] = callback.RequestId,
                ["attempt"] = callback.Attempt,
                ["status"] = callback.StatusCode,
                ["seconds"] = callback.Duration.TotalSeconds,
                ["error"] = callback.Failure,
            });
            return;
        }

        string end = callback.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? callback.Failure ?? "";
        WriteLine(
            callback.SentAt,
            $"callback to {callback.Url}, attempt {callback.Attempt}: {end}{In(callback.Duration)}, {callback.RequestId}",
            callback.IsDelivered);
    }

    private static JsonObject ToJson(EmulatedDeployment deployment, FetchHiveEmulator hive) => new()
    {
        ["deployment"] = deployment.Deployment,
        ["variant"] = deployment.Variant,
        ["webhook_secret"] = hive.GetWebhookSecret(deployment.Deployment),
    };

    private static Uri PageOf(FetchHiveEmulator hive) => new(hive.BaseAddress, "/");

    private static string In(TimeSpan? duration) =>
        duration is { } taken ? string.Create(CultureInfo.InvariantCulture, $" in {taken.TotalSeconds:0.00} s") : "";

    private void Write(JsonObject line)
    {
        lock (_gate)
        {
            terminal.Out.WriteLine(line.ToJsonString(Json.Line));
            terminal.Out.Flush();
        }
    }

    private void WriteLine(DateTimeOffset time, string text, bool isWell)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(time, terminal.Time.LocalTimeZone);
        string line = TerminalText.OneLine($"{local.ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {text}", int.MaxValue);
        lock (_gate)
        {
            terminal.WriteLine(line, isWell ? null : Color.Red);
            terminal.Out.Flush();
        }
    }
}
