using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FetchHive.Benchmarks.Calls;

/// <summary>The request as hand-written code would declare it.</summary>
public sealed class InvokeBody
{
    public required string Deployment { get; init; }

    public required string Variant { get; init; }

    public required BriefInputs Inputs { get; init; }

    public required Caller Metadata { get; init; }
}

public sealed class BriefInputs
{
    public required string Topic { get; init; }

    public required IReadOnlyList<Company> Companies { get; init; }

    public required int MaxWords { get; init; }
}

/// <summary>The response as hand-written code would declare it.</summary>
public sealed class InvokeResponse<T>
{
    public string? RequestId { get; init; }

    public string? RunStatus { get; init; }

    public T? Output { get; init; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(InvokeBody))]
[JsonSerializable(typeof(InvokeResponse<string>))]
[JsonSerializable(typeof(InvokeResponse<Report>))]
internal sealed partial class HandWrittenJson : JsonSerializerContext;
