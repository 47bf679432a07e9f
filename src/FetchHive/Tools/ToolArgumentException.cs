using System;

namespace FetchHive;

/// <summary>
/// A model's arguments can't be read as a tool's inputs. The exception never leaves the tool, which reports it to the model.
/// </summary>
internal sealed class ToolArgumentException(string message) : Exception(message);
