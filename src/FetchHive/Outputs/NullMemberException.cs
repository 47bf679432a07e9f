using System;
using System.Text.Json;

namespace FetchHive;

/// <summary>
/// A null for a member that doesn't accept null, found when the object is created. System.Text.Json adds the object's path, which lacks the
/// member's name.
/// </summary>
internal sealed class NullMemberException(string jsonName) : JsonException(NoNull)
{
    private const string NoNull = "There is null where the type doesn't accept null.";

    /// <summary>The path of the value that can't be read, in System.Text.Json's form.</summary>
    public static string? PathOf(JsonException exception) =>
        exception is NullMemberException { Path: { } path } member ? path + member.Step : exception.Path;

#if !NET9_0_OR_GREATER
    /// <summary>A setter that refuses null, as System.Text.Json itself does from version 9 on.</summary>
    public static Action<object, T?> Refuse<T>(Action<object, T?> setter) => (target, value) => setter(
        target,
        // System.Text.Json adds the path, because its reader is at the member.
        value is null ? throw new JsonException(NoNull) : value);
#endif

    private string Step { get; } = jsonName.AsSpan().IndexOfAny(" .'[]\t\n".AsSpan()) < 0 ? "." + jsonName : "['" + jsonName + "']";
}
