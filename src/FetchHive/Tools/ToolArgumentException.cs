using System;

namespace FetchHive;

/// <summary>What a model gave a tool can't be its inputs. It never leaves the tool, which tells the model.</summary>
internal sealed class ToolArgumentException(string message) : Exception(message);
