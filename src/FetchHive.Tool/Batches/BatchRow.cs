using System.Text.Json.Nodes;

namespace FetchHive.Tool.Batches;

/// <summary>A row, ready to be called.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Key">Its key in the journal.</param>
/// <param name="Inputs">The inputs to send.</param>
internal sealed record BatchRow(long Number, string Key, JsonObject Inputs);
