using System;
using System.ComponentModel;

namespace FetchHive.CodeGeneration;

/// <summary>For generated code: what is special about a member that is read. Not meant to be used by hand.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum OutputMember
{
    /// <summary>An optional property that takes null.</summary>
    None = 0,

    /// <summary>A field.</summary>
    Field = 1,

    /// <summary>The JSON must have it.</summary>
    Required = 2,

    /// <summary>Null is not an answer for it.</summary>
    NotNull = 4,

    /// <summary>It takes what no other member takes.</summary>
    ExtensionData = 8,

    /// <summary>It is not read; it is known only because a constructor parameter is bound to it.</summary>
    Ignored = 16,
}
