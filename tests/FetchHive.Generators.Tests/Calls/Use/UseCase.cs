using FetchHive.Generators.Tests.Calls.Corpus;

namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>A piece of code that uses clients, labelled before there was a rule about it.</summary>
/// <param name="Kind">What it is about, in words: the rules came later.</param>
/// <param name="Truth">What a person who knows the service would say of it.</param>
/// <param name="Name">What it shows.</param>
/// <param name="Statements">The body of a method; see <see cref="UseSource"/> for what it has at hand.</param>
/// <param name="Members">Further members of the class around it.</param>
/// <param name="Types">Further types of the namespace around it.</param>
internal sealed record UseCase(string Kind, Truth Truth, string Name, string Statements, string Members = "", string Types = "")
{
    public static UseCase Mistake(string kind, string name, string statements, string members = "", string types = "") =>
        new(kind, Truth.Mistake, name, statements, members, types);

    public static UseCase Right(string kind, string name, string statements, string members = "", string types = "") =>
        new(kind, Truth.Right, name, statements, members, types);
}
