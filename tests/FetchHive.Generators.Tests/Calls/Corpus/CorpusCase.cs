namespace FetchHive.Generators.Tests.Calls.Corpus;

/// <summary>What a person who knows the service and the code's purpose would say, whatever the rule says.</summary>
internal enum Truth
{
    /// <summary>It is the mistake that the rule is about.</summary>
    Mistake,

    /// <summary>It is right as it is.</summary>
    Right,
}

/// <summary>A piece of code as someone would write it.</summary>
/// <param name="Rule">The rule that it is about.</param>
/// <param name="Truth">Whether it is that rule's mistake.</param>
/// <param name="Name">What it shows, for the list of what the rules get wrong.</param>
/// <param name="Statements">The body of a method.</param>
/// <param name="Members">Further members of the class around it.</param>
internal sealed record CorpusCase(string Rule, Truth Truth, string Name, string Statements, string Members = "")
{
    public static CorpusCase Mistake(string rule, string name, string statements, string members = "") =>
        new(rule, Truth.Mistake, name, statements, members);

    public static CorpusCase Right(string rule, string name, string statements, string members = "") =>
        new(rule, Truth.Right, name, statements, members);
}
