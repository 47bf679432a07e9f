using System;
using System.Buffers;
using System.ComponentModel;
using System.Text.Json;

namespace FetchHive.CodeGeneration;

/// <summary>For generated code: what a tool returns to an agent after a successful call. Don't use it in your own code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ToolResult
{
    /// <summary>The result of a run that finished, without its output.</summary>
    /// <returns>A JSON object with the status.</returns>
    public static object Finished() => JsonOf([], static (writer, _) =>
    {
        writer.WriteStartObject();
        writer.WriteString(Status, "completed");
        writer.WriteEndObject();
    }, state: true);

    /// <summary>Converts an output to JSON.</summary>
    /// <typeparam name="T">The output's type.</typeparam>
    /// <param name="deployment">The deployment, whose names the output is written with.</param>
    /// <param name="output">The output.</param>
    /// <param name="write">Writes the output.</param>
    /// <returns>The JSON.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="deployment"/> or <paramref name="write"/> is null.</exception>
    public static object Json<T>(WorkflowDeployment deployment, T output, Action<RequestWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        ArgumentNullException.ThrowIfNull(write);
        return JsonOf(deployment.Names, write, output);
    }

    /// <summary>Converts images to JSON: their addresses, names and settings.</summary>
    /// <param name="output">The output.</param>
    /// <returns>The JSON.</returns>
    public static object? Images(ImageOutput? output) =>
        output is null ? null : JsonSerializer.SerializeToElement(output, ImageJson.Images);

    /// <summary>The result of a run that was accepted, and whose output goes to the application.</summary>
    /// <param name="requestId">The service's id of the request.</param>
    /// <param name="status">The run's status.</param>
    /// <returns>A JSON object that says so.</returns>
    public static object Accepted(string requestId, RunStatus status) => JsonOf([], static (writer, run) =>
    {
        writer.WriteStartObject();
        writer.WriteString(Status, run.Status);
        writer.WriteString(RequestId, run.RequestId);
        writer.WriteString(Note, "The run has started. Its result is delivered to the application later, not here; don't start it again.");
        writer.WriteEndObject();
    }, (RequestId: requestId, Status: status.ToString()));

    private static RequestName Status { get; } = new("status");

    private static RequestName RequestId { get; } = new("request_id");

    private static RequestName Note { get; } = new("note");

    private static JsonElement JsonOf<T>(RequestName[] names, Action<RequestWriter, T> write, T state)
    {
        RequestWriter writer = new(names);
        write(writer, state);
        ArraySegment<byte> written = writer.Written;
        using JsonDocument document = JsonDocument.Parse(new ReadOnlySequence<byte>(written.Array!, written.Offset, written.Count));
        return document.RootElement.Clone();
    }
}
