namespace FetchHive.Generators.Tests.Calls.Corpus;

/// <summary>The label that a person who knows the service and the code's purpose would give, whatever the rule reports.</summary>
internal enum Truth
{
    /// <summary>The code has the mistake that the rule is about.</summary>
    Mistake,

    /// <summary>The code is right.</summary>
    Right,
}

/// <summary>A piece of code as someone would write it.</summary>
/// <param name="Rule">The rule that the case is about.</param>
/// <param name="Truth">Whether the code has the rule's mistake.</param>
/// <param name="Name">A description, for the list of misses and false alarms.</param>
/// <param name="Statements">The body of a method.</param>
/// <param name="Members">Further members of the class around it.</param>
internal sealed record CorpusCase(string Rule, Truth Truth, string Name, string Statements, string Members = "")
{
    public static CorpusCase Mistake(string rule, string name, string statements, string members = "") =>
        new(rule, Truth.Mistake, name, statements, members);

    public static CorpusCase Right(string rule, string name, string statements, string members = "") =>
        new(rule, Truth.Right, name, statements, members);
}
