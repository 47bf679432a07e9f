using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Rules;

/// <summary>FH1xxx: the declaration.</summary>
internal static class DeclarationRules
{
    public static readonly DiagnosticDescriptor InterfaceNotPartial = Rule.Error(
        "FH1001", Rule.Declaration, "The interface must be partial",
        "Interface '{0}' must be partial so that its client can be generated: add the 'partial' modifier");

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = Rule.Error(
        "FH1002", Rule.Declaration, "A type that contains the interface must be partial",
        "Type '{0}' contains the deployment interface '{1}' and must be partial: add the 'partial' modifier");

    public static readonly DiagnosticDescriptor BlankName = Rule.Error(
        "FH1003", Rule.Declaration, "The deployment's or variant's name can't be right",
        "The {0} name {1}: {2}");

    public static readonly DiagnosticDescriptor GenericInterface = Rule.Error(
        "FH1004", Rule.Declaration, "A generic interface can't name one deployment",
        "Interface '{0}' {1} and can't name one deployment: declare a non-generic interface (it may inherit from a generic one)");

    public static readonly DiagnosticDescriptor NotInvocable = Rule.Error(
        "FH1005", Rule.Declaration, "Only methods can be invoked",
        "{0} '{1}' can't be invoked as a workflow: make it a method, or give it a body");

    public static readonly DiagnosticDescriptor GenericMethod = Rule.Error(
        "FH1006", Rule.Declaration, "A generic method has no known input types",
        "Method '{0}' is generic, so the types of its inputs aren't known: use concrete types");

    public static readonly DiagnosticDescriptor ReturnType = Rule.Error(
        "FH1007", Rule.Declaration, "The return type can't be produced",
        "Method '{0}' returns '{1}': {2}");

    public static readonly DiagnosticDescriptor ParameterByReference = Rule.Error(
        "FH1008", Rule.Declaration, "The parameter can't be sent",
        "Parameter '{0}' is '{1}' and can't be sent: take it by value, and a span as an array");

    public static readonly DiagnosticDescriptor DuplicateRole = Rule.Error(
        "FH1009", Rule.Declaration, "Only one parameter can have this role",
        "Method '{0}' has more than one {1}: keep one");

    public static readonly DiagnosticDescriptor NoCancellationToken = Rule.Info(
        "FH1010", Rule.Declaration, "The method takes no CancellationToken",
        "Method '{0}' can't be cancelled: add a last parameter 'CancellationToken cancellationToken = default'");

    public static readonly DiagnosticDescriptor NotAccessible = Rule.Error(
        "FH1011", Rule.Declaration, "The interface is not accessible to generated code",
        "Interface '{0}' is {1} and generated code can't name it: make it internal or public");

    public static readonly DiagnosticDescriptor LanguageVersion = Rule.Error(
        "FH1012", Rule.Declaration, "The C# version is too low",
        "The client of '{0}' needs C# 9 or later, and this project uses C# {1}: set <LangVersion> to 9 or higher in the project file");

    public static readonly DiagnosticDescriptor ConflictingRoles = Rule.Error(
        "FH1013", Rule.Declaration, "A parameter can have only one role",
        "Parameter '{0}' has {1}, but it can only go to one place in the request: keep one of them");

    public static readonly DiagnosticDescriptor InaccessibleMember = Rule.Error(
        "FH1014", Rule.Declaration, "An inherited member can't be implemented",
        "'{0}' is inherited from '{1}' and is not accessible here, so it can't be implemented: make it public");

    public static readonly DiagnosticDescriptor JsonContextType = Rule.Error(
        "FH1016", Rule.Declaration, "JsonContext must be a JsonSerializerContext",
        "'{0}' can't be the JsonContext: name a class of your own that derives from JsonSerializerContext and has [JsonSerializable] "
            + "attributes");

    public static readonly DiagnosticDescriptor Unseen = Rule.Error(
        "FH1017", Rule.Declaration, "Another source generator writes a part of the declaration",
        "{0} comes from another source generator, whose files Fetch Hive's generator can't see, {1}: {2}");

    public static readonly DiagnosticDescriptor ToolMethod = Rule.Error(
        "FH1018", Rule.Declaration, "The method can't be a tool of an agent",
        "Method '{0}' can't be a tool of an agent: {1}");

    public static readonly DiagnosticDescriptor NamelessType = Rule.Error(
        "FH1020", Rule.Declaration, "A type can't be named in generated code",
        "'{0}' can't be named in generated code, because {1}: {2}");

    public static readonly DiagnosticDescriptor UserType = Rule.Error(
        "FH1015", Rule.Declaration, "The user must be a string",
        "[User] parameter '{0}' is of type '{1}': make it a string");
}
