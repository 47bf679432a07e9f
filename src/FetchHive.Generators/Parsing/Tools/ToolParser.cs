using System;
using System.Collections.Generic;
using System.Globalization;

using FetchHive.Generators.Findings;
using FetchHive.Generators.Model;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// Reads the methods that are tools of an agent. The model passes the inputs as JSON, so their types must also be readable. It receives the
/// output as JSON, so the output's type must be writable.
/// </summary>
internal sealed class ToolParser(
    ParseContext context, InputTypeParser inputTypes, OutputTypeParser outputTypes, string shortName, bool isReachable)
{
    private const int MaxNameLength = 64;
    private const string AttributeName = "AgentToolAttribute";
    private const string NeededType = "Microsoft.Extensions.AI.AIFunctionArguments";

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _classes = new(StringComparer.Ordinal);
    private readonly ToolSchemas _schemas = new(outputTypes);

    /// <summary>
    /// The tool of a method; <see langword="null"/> if the method isn't one, or the libraries for tools aren't referenced.
    /// </summary>
    public ToolModel? Parse(IMethodSymbol method, MethodModel model)
    {
        if (method.FindRuntimeAttribute(AttributeName) is not { } attribute)
        {
            return null;
        }

        if (context.Compilation.GetTypeByMetadataName(NeededType) is null)
        {
            context.ReportAt(
                DeclarationRules.ToolMethod, method, attribute, FindingTarget.Attribute, method.Name,
                "its project doesn't reference Microsoft.Extensions.AI; add the package Microsoft.Extensions.AI.Abstractions");
            return null;
        }

        if (!isReachable)
        {
            context.ReportAt(
                DeclarationRules.ToolMethod, method, attribute, FindingTarget.Attribute, method.Name,
                "generated code outside of the interface can't name it; make the interface, and the types around it, internal or public");
            return null;
        }

        string stem = StemOf(method.Name);
        string name = attribute.StringArgument(0) ?? NameOf(stem);
        if (MistakeIn(name) is { } mistake)
        {
            context.ReportAt(DeclarationRules.ToolMethod, method, attribute, FindingTarget.FirstArgument, method.Name, mistake);
        }
        else if (!_names.Add(name))
        {
            context.ReportAt(
                DeclarationRules.ToolMethod, method, attribute, FindingTarget.FirstArgument, method.Name,
                $"another method is the tool '{name}'; give one another name, such as [AgentTool(\"{name}_2\")]");
        }

        int findings = context.Findings.Count;
        List<ToolParameter> parameters = new(method.Parameters.Length);
        for (int i = 0; i < method.Parameters.Length; i++)
        {
            parameters.Add(ParseParameter(method, method.Parameters[i], model.Parameters[i]));
        }

        int result = model.Output == OutputForm.Json && model.Result != ResultKind.AcceptedRun ? ParseResult(method) : InputTypeParser.None;
        bool isComplete = !context.HasMissingTypes && !context.HasErrorSince(findings);
        return new ToolModel
        {
            Name = name,
            Description = Descriptions.Of(method) ?? Descriptions.Of(context.Contract) ?? "",
            Schema = isComplete ? _schemas.Of(method, model) : "",
            ClassName = FreeClassName(stem),
            Parameters = new EquatableArray<ToolParameter>(parameters),
            ResultType = result,
        };
    }

    private ToolParameter ParseParameter(IMethodSymbol method, IParameterSymbol parameter, ParameterModel model)
    {
        string absent = parameter.HasExplicitDefaultValue ? DefaultValues.Of(parameter) : "";
        if (model.Role != ParameterRole.Input)
        {
            return new ToolParameter { Reader = ReaderModel.None, Default = absent };
        }

        absent = absent.Length == 0 && model.IsNullable ? "null" : absent;
        ITypeSymbol type = parameter.Type.IsValueType
            ? parameter.Type
            : parameter.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        string typeName = TypeNames.Annotated(type);
        if (type.SpecialType == SpecialType.System_String)
        {
            ReaderModel text = new(OutputForm.Text, typeName, OutputTypeParser.None, AcceptsNull: false, 0);
            return new ToolParameter { Reader = text, Default = absent };
        }

        int findings = context.Findings.Count;
        context.Enter(parameter, FindingTarget.Type, parameter.Name);
        int index = outputTypes.Parse(type);
        Reword(method, parameter, findings, "the model's input can't be read", index < 0);
        return new ToolParameter
        {
            Reader = new ReaderModel(OutputForm.Json, typeName, index, AcceptsNull: false, NullState.NonNullItems(symbol: null, type)),
            Default = absent,
        };
    }

    private int ParseResult(IMethodSymbol method)
    {
        ITypeSymbol result = ((INamedTypeSymbol)method.ReturnType).TypeArguments[0];
        if (result is INamedTypeSymbol { TypeArguments.Length: 1 } envelope && envelope.IsRuntimeType("WorkflowRun"))
        {
            result = envelope.TypeArguments[0];
        }

        int findings = context.Findings.Count;
        context.Enter(method, FindingTarget.Type, method.Name);
        int index = inputTypes.Parse(result);
        Reword(method, method, findings, "its output can't be written for the model", index < 0);
        return index;
    }

    /// <summary>
    /// Replaces the findings about a type by one mistake of the tool. A tool reads the types that a call writes, and writes those that a
    /// call reads, so the messages of the findings don't fit.
    /// </summary>
    private void Reword(IMethodSymbol method, ISymbol subject, int since, string what, bool hasFailed)
    {
        string? first = null;
        for (int i = since; i < context.Findings.Count; i++)
        {
            Finding finding = context.Findings[i];
            if (finding.IsError && first is null)
            {
                first = string.Format(
                    CultureInfo.InvariantCulture, finding.Rule.MessageFormat.ToString(CultureInfo.InvariantCulture), finding.Arguments);
            }
        }

        context.TakeBackSince(since);
        if (hasFailed && !context.HasMissingTypes && (first is not null || !context.HasErrorSince(0)))
        {
            context.Report(
                DeclarationRules.ToolMethod, subject, FindingTarget.Type, method.Name,
                first is null ? $"{what}, as reported for the same type elsewhere" : $"{what}. {first}");
        }
    }

    private string FreeClassName(string stem)
    {
        string name = stem + "Tool";
        for (int number = 2; !_classes.Add(name); number++)
        {
            name = stem + "Tool" + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }

    private static string StemOf(string method) =>
        method.EndsWith("Async", StringComparison.Ordinal) && method.Length > "Async".Length
            ? method.Substring(0, method.Length - "Async".Length)
            : method;

    /// <summary>The name of a method's tool. An interface usually has one method, whose name adds nothing to the interface's.</summary>
    private string NameOf(string stem)
    {
        string name = JsonNames.Apply("SnakeCase", shortName);
        return stem is "Run" or "Invoke" ? name : name + "_" + JsonNames.Apply("SnakeCase", stem);
    }

    private static string? MistakeIn(string name)
    {
        const string Advice = "name it with [AgentTool(\"…\")]: 1 to 64 ASCII letters, digits, '_' and '-'";
        if (name.Length == 0)
        {
            return "its name is empty; " + Advice;
        }

        bool isUsable = name.Length <= MaxNameLength;
        foreach (char letter in name)
        {
            isUsable &= letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-';
        }

        return isUsable ? null : $"models don't accept the name '{name}'; {Advice}";
    }
}
