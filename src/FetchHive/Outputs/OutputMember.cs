using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace FetchHive.CodeGeneration;

/// <summary>For generated code: what a member of an output type is, or a parameter of its constructor. Don't use it in your own
/// code.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Naming", "CA1711", Justification = "It describes one member.")]
public enum OutputMember
{
    /// <summary>An optional property that accepts null.</summary>
    None = 0,

    /// <summary>The member is a field.</summary>
    Field = 1,

    /// <summary>The JSON must have the member.</summary>
    Required = 2,

    /// <summary>The member doesn't accept null.</summary>
    NotNull = 4,

    /// <summary>The member receives the JSON members that have no property.</summary>
    ExtensionData = 8,

    /// <summary>The member isn't read. It is described only because a constructor parameter is bound to it.</summary>
    Ignored = 16,

    /// <summary>The member's value is passed to the constructor call, in the members' order.</summary>
    Constructed = 32,

    /// <summary>The member is set in the object initializer of the constructor call and isn't a parameter.</summary>
    Initializer = 64,

    /// <summary>The constructor's parameter accepts null.</summary>
    TakesNull = 128,

    /// <summary>The constructor's parameter has a default value, and the JSON may leave it out.</summary>
    HasDefault = 256,

    /// <summary>A constructor's parameter that the JSON must have.</summary>
    Argument = Required | Constructed,

    /// <summary>A constructor's parameter that the JSON must have, and that doesn't accept null.</summary>
    NonNullArgument = Argument | NotNull,
}
