using FetchHive.Generators.Tests.Calls.Corpus;

namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>A piece of code that uses clients, labelled before a rule for it existed.</summary>
/// <param name="Kind">The kind of mistake, in words, because the rules came later.</param>
/// <param name="Truth">The label that a person who knows the service would give.</param>
/// <param name="Name">A description.</param>
/// <param name="Statements">The body of a method. <see cref="UseSource"/> has the variables and types that it can use.</param>
/// <param name="Members">Further members of the class around it.</param>
/// <param name="Types">Further types of the namespace around it.</param>
internal sealed record UseCase(string Kind, Truth Truth, string Name, string Statements, string Members = "", string Types = "")
{
    public static UseCase Mistake(string kind, string name, string statements, string members = "", string types = "") =>
        new(kind, Truth.Mistake, name, statements, members, types);

    public static UseCase Right(string kind, string name, string statements, string members = "", string types = "") =>
        new(kind, Truth.Right, name, statements, members, types);
}
