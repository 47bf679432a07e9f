using System;
using System.Collections.Generic;
using System.Threading;

using FetchHive.Generators.Findings;
using FetchHive.Generators.Model;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// Reads an annotated interface. The result depends only on the interface's symbol. The generator uses the model and drops the findings.
/// The analyzer reports the findings and drops the model. So the two can't disagree on what is an error.
/// </summary>
internal static class ContractParser
{
    public static ParseResult Parse(
        INamedTypeSymbol type, AttributeData attribute, Compilation compilation, LanguageVersion languageVersion,
        CancellationToken cancellationToken)
    {
        using TypeRoots roots = TypeRoots.Enter(compilation);
        string naming = JsonNames.RuleOf(attribute.NamedArgument("Naming") as int? ?? 0);
        JsonContextSymbol? jsonContext = JsonContextSymbol.Of(attribute);
        ParseContext context = new(type, compilation, naming, jsonContext, cancellationToken);
        TargetModel target = TargetOf(compilation, languageVersion);

        DeclarationParser declaration = new(context, type, attribute);
        declaration.Check(languageVersion);

        InputTypeParser inputTypes = new(context);
        OutputTypeParser outputTypes = new(context, target);
        List<IMethodSymbol> symbols = [];
        ToolParser tools = new(context, inputTypes, outputTypes, InterfaceName.WithoutPrefix(type.Name), declaration.IsReachable);
        List<MethodModel> methods = ParseMethods(type, context, new MethodParser(context, inputTypes, outputTypes), tools, symbols);
        if (jsonContext is not null)
        {
            context.Warnings.Note(jsonContext.Type);
        }

        ReachCheck.Report(context, type, roots.Nameless);

        bool isComplete = !context.HasMissingTypes && !context.HasErrorSince(0) && methods.TrueForAll(IsWritable);
        ContractModel model = new()
        {
            MetadataName = TypeNames.Metadata(type),
            Namespace = TypeNames.Namespace(type.ContainingNamespace),
            ContainingTypes = declaration.ContainingTypes(),
            Name = TypeNames.Declared(type),
            FullName = TypeNames.Qualified(type),
            ShortName = InterfaceName.WithoutPrefix(type.Name),
            ImplementationName = ClientTypeNames.Implementation(type),
            ImplementationAccess = type.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected
                or Accessibility.ProtectedAndInternal
                ? "private"
                : "internal",
            ExtensionsName = ClientTypeNames.Extensions(type),
            IsPublic = declaration.IsPublic,
            CanExtendInterface = declaration.CanExtendInterface,
            IsReachable = declaration.IsReachable,
            IsComplete = isComplete,
            Mistakes = isComplete ? default : Mistakes.Of(context),
            Deployment = attribute.StringArgument(0) ?? "",
            Variant = attribute.StringArgument(1) ?? "",
            Naming = naming,
            JsonContext = jsonContext?.Name,
            Target = target,
            Aliases = new EquatableArray<string>(roots.Aliases),
            ChosenWarnings = context.Warnings.ToArray(),
            UsesRemoved = context.Warnings.HasErrors,
            Obsolete = Obsolescence.SourceOf(type, until: null),
            OwnMembers = OwnMembers(type, methods),
            Methods = new EquatableArray<MethodModel>(methods),
            InputTypes = inputTypes.ToTable(),
            OutputTypes = outputTypes.ToTable(),
        };

        return new ParseResult(model, symbols, context.Findings, context.Dependencies);
    }

    private static List<MethodModel> ParseMethods(
        INamedTypeSymbol type, ParseContext context, MethodParser parser, ToolParser tools, List<IMethodSymbol> symbols)
    {
        List<MethodModel> methods = [];
        // A type can't have a member of its own name.
        Dictionary<string, string> contracts = new(StringComparer.Ordinal) { [type.Name] = "" };
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            context.DependOn(current);
        }

        foreach (INamedTypeSymbol inherited in type.AllInterfaces)
        {
            context.DependOn(inherited);
        }

        foreach (ISymbol member in ContractMembers.Of(type))
        {
            if (member is not IMethodSymbol method)
            {
                context.Report(DeclarationRules.NotInvocable, member, FindingTarget.Name, ContractMembers.KindOf(member), member.Name);
                continue;
            }

            if (method.IsStatic)
            {
                context.Report(DeclarationRules.NotInvocable, method, FindingTarget.Name, "Static abstract method", method.Name);
                continue;
            }

            if (!context.Compilation.IsSymbolAccessibleWithin(method, type))
            {
                context.Report(
                    DeclarationRules.InaccessibleMember, type, FindingTarget.Name, method.Name, TypeNames.Readable(method.ContainingType));
                continue;
            }

            context.Warnings.Note(method);
            MethodModel model = parser.Parse(method) with
            {
                Obsolete = Obsolescence.SourceOf(method, until: type),
                Requirements = CodeRequirements.SourceOf(method),
            };
            symbols.Add(method);
            methods.Add(HasContract(model) ? model with { CallbackContract = ContractName(method, model, contracts) } : model);
        }

        // After all methods, so that a mistake in an output isn't reported as one of a tool.
        for (int i = 0; i < methods.Count; i++)
        {
            if (tools.Parse(symbols[i], methods[i]) is { } tool)
            {
                methods[i] = methods[i] with { Tool = tool };
            }
        }

        return methods;
    }

    /// <summary>
    /// Whether the method has a callback contract. A type with pointers has none: it is refused, and only unsafe code could name it.
    /// </summary>
    private static bool HasContract(MethodModel model) =>
        model is { Result: ResultKind.AcceptedRun, Output: not OutputForm.None } && model.OutputTypeName.IndexOf('*') < 0;

    /// <summary>
    /// The name of a method's callback contract: <c>StartCallback</c> for <c>StartAsync</c>. Overloads with the same output share a
    /// contract. For overloads with different outputs, the names are numbered.
    /// </summary>
    private static string ContractName(IMethodSymbol method, MethodModel model, Dictionary<string, string> contracts)
    {
        string stem = method.Name.EndsWith("Async", StringComparison.Ordinal) && method.Name.Length > "Async".Length
            ? method.Name.Substring(0, method.Name.Length - "Async".Length)
            : method.Name;

        for (int number = 1; ; number++)
        {
            string name = number == 1 ? stem + "Callback" : stem + "Callback" + number;
            if (!contracts.TryGetValue(name, out string? output))
            {
                contracts.Add(name, model.OutputTypeName);
                return name;
            }

            if (output == model.OutputTypeName)
            {
                return name;
            }
        }
    }

    /// <summary>Whether the tables contain all types of a method. If not, there was a finding, or a type doesn't exist.</summary>
    private static bool IsWritable(MethodModel method)
    {
        foreach (ParameterModel parameter in method.Parameters)
        {
            if (parameter.Role is ParameterRole.Input or ParameterRole.Metadata && parameter.Type < 0)
            {
                return false;
            }
        }

        return method.Output != OutputForm.Json || method.OutputType >= 0;
    }

    private static EquatableArray<string> OwnMembers(INamedTypeSymbol type, List<MethodModel> methods)
    {
        List<string> own = [];
        // A type can't have a member of its own name.
        bool hasCreate = type.Name == "Create";
        foreach (ISymbol member in type.GetMembers("Create"))
        {
            bool isOverload = member is IMethodSymbol { Parameters: var parameters, Arity: var arity }
                && !(arity == 0 && parameters.Length == 1 && parameters[0].Type.IsRuntimeType("FetchHiveClient"));
            hasCreate |= !isOverload && !OwnFiles.Declare(member);
        }

        if (hasCreate)
        {
            own.Add("Create");
        }

        foreach (MethodModel method in methods)
        {
            if (method.CallbackContract is { } contract && !own.Contains(contract) && HasOwnMember(type, contract))
            {
                own.Add(contract);
            }
        }

        return new EquatableArray<string>(own);
    }

    private static bool HasOwnMember(INamedTypeSymbol type, string name)
    {
        foreach (ISymbol member in type.GetMembers(name))
        {
            if (!OwnFiles.Declare(member))
            {
                return true;
            }
        }

        return false;
    }

    private static TargetModel TargetOf(Compilation compilation, LanguageVersion languageVersion) => new()
    {
        StaticInterfaceMembers = languageVersion >= LanguageVersion.CSharp8
            && compilation.SupportsRuntimeCapability(RuntimeCapability.DefaultImplementationsOfInterfaces),
        NullableAnnotations = languageVersion >= LanguageVersion.CSharp8,
        // `preview` is higher than 14 in every compiler. Only a compiler that knows the version 14 has extension blocks.
        ExtensionBlocks = (int)languageVersion >= 1400 && LanguageVersionFacts.TryParse("14", out _),
        DependencyInjection = compilation.GetTypeByMetadataName("FetchHive.FetchHiveBuilder") is not null
            && compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.IServiceCollection") is not null,
        // The attribute must be in the core library. With a polyfill, the accessor would throw when it is called.
        UnsafeAccessor = compilation.ObjectType.ContainingAssembly
            ?.GetTypeByMetadataName("System.Runtime.CompilerServices.UnsafeAccessorAttribute") is not null,
    };
}

/// <summary>The model of an interface, and its mistakes.</summary>
internal sealed class ParseResult(
    ContractModel model, List<IMethodSymbol> methods, List<Finding> findings, HashSet<SyntaxTree> dependencies)
{
    public ContractModel Model { get; } = model;

    /// <summary>The methods, in the order of the model's methods.</summary>
    public List<IMethodSymbol> Methods { get; } = methods;

    public List<Finding> Findings { get; } = findings;

    /// <summary>The files that the model was read from.</summary>
    public HashSet<SyntaxTree> Dependencies { get; } = dependencies;
}
