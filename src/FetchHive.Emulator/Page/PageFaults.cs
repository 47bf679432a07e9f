using System;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FetchHive.Emulator.Page;

/// <summary>Faults as the page sends and shows them.</summary>
internal static class PageFaults
{
    private static readonly EmulatorFaultKinds[] Kinds =
    [
        EmulatorFaultKinds.FailedRun, EmulatorFaultKinds.ServerError, EmulatorFaultKinds.ConcurrencyLimit, EmulatorFaultKinds.LostResponse,
    ];

    public static void Write(Utf8JsonWriter writer, EmulatorFaults faults)
    {
        writer.WriteStartObject();
        writer.WriteNumber("chance", faults.Chance);
        writer.WriteNumber("delaySeconds", faults.Delay.TotalSeconds);
        writer.WriteStartArray("kinds");
        foreach (EmulatorFaultKinds kind in Kinds)
        {
            if (faults.Kinds.HasFlag(kind))
            {
                writer.WriteStringValue(kind.ToString());
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Reads the faults that the page sends, or says what is wrong with them.</summary>
    public static string? Read(JsonObject? json, EmulatorFaults current, out EmulatorFaults? faults)
    {
        faults = null;
        if (NumberOf(json, "chance") is not { } chance || chance is not (>= 0 and <= 1))
        {
            return "The share of runs must be from 0 to 100 %.";
        }

        if (NumberOf(json, "delaySeconds") is not { } delay || delay < 0 || delay > TimeSpan.FromHours(24).TotalSeconds)
        {
            return "The delay must be from 0 seconds to 24 hours.";
        }

        EmulatorFaultKinds kinds = EmulatorFaultKinds.None;
        foreach (JsonNode? name in json!["kinds"] as JsonArray ?? [])
        {
            kinds |= Array.Find(Kinds, kind => name?.GetValueKind() == JsonValueKind.String && kind.ToString() == name.GetValue<string>());
        }

        if (kinds == EmulatorFaultKinds.None)
        {
            return "Choose at least one kind of fault. For no faults, set the share to 0.";
        }

        faults = current with { Chance = chance, Delay = TimeSpan.FromSeconds(delay), Kinds = kinds };
        return null;
    }

    private static double? NumberOf(JsonObject? json, string name) =>
        json?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out double number)
            ? number
            : null;
}
