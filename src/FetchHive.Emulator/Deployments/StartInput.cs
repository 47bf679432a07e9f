namespace FetchHive.Emulator.Deployments;

/// <summary>One variable of a workflow's Start step.</summary>
internal readonly record struct StartInput(string Name, StartInputType Type, bool Required);

internal enum StartInputType
{
    /// <summary>Not documented whether there are types beyond text and array; this one takes any JSON value.</summary>
    Any,
    Text,
    Array,

    /// <summary>This and those below are only what a snippet's sample shows.</summary>
    Number,
    Boolean,
    Object,
}
