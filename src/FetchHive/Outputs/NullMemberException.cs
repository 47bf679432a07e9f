using System;
using System.Text.Json;

namespace FetchHive;

/// <summary>
/// A null for a member that takes none, found when the object is made: System.Text.Json adds the object's path, to which the member's name
/// is missing.
/// </summary>
internal sealed class NullMemberException(string jsonName) : JsonException("There is null where the type takes none.")
{
    /// <summary>The path of what can't be read, as System.Text.Json writes paths.</summary>
    public static string? PathOf(JsonException exception) =>
        exception is NullMemberException { Path: { } path } member ? path + member.Step : exception.Path;

    private string Step { get; } = jsonName.AsSpan().IndexOfAny(" .'[]\t\n".AsSpan()) < 0 ? "." + jsonName : "['" + jsonName + "']";
}
