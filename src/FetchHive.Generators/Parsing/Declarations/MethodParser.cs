using System;
using System.Collections.Generic;

using FetchHive.Generators.Findings;
using FetchHive.Generators.Model;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Reads one method: its inputs, its result, and its mistakes.</summary>
internal sealed class MethodParser(ParseContext context, InputTypeParser inputTypes, OutputTypeParser outputTypes)
{
    private readonly MetadataParser _metadata = new(context, inputTypes);
    private readonly ParameterRoles _roles = new(context);
    private readonly ReturnTypeParser _returns = new(context, outputTypes);

    public MethodModel Parse(IMethodSymbol method)
    {
        if (method.IsGenericMethod)
        {
            context.Report(DeclarationRules.GenericMethod, method, FindingTarget.Name, method.Name);
        }

        bool hasCallbackUrl = false;
        _metadata.BeginMethod();
        List<ParameterModel> parameters = ParseParameters(method, ref hasCallbackUrl);

        MethodModel model = _returns.Parse(method) with { Parameters = new EquatableArray<ParameterModel>(parameters) };
        CheckDelivery(method, model.Result, hasCallbackUrl, parameters);
        MisplacedParameters.Check(context, inputTypes, method, model);
        return model;
    }

    private List<ParameterModel> ParseParameters(IMethodSymbol method, ref bool hasCallbackUrl)
    {
        List<ParameterModel> parameters = new(method.Parameters.Length);
        Dictionary<string, string> inputNames = new(StringComparer.Ordinal);
        bool hasToken = false;
        bool hasUser = false;

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            context.Enter(parameter, FindingTarget.Type, parameter.Name);
            if (parameter.RefKind != RefKind.None || (parameter.IsParams && parameter.Type.IsRefLikeType))
            {
                context.Report(
                    DeclarationRules.ParameterByReference, parameter, FindingTarget.Type, parameter.Name, RefKindText(parameter));
            }

            context.Warnings.NotePostconditions(parameter);
            ParameterRole role = _roles.RoleOf(parameter, out AttributeData? attribute);
            ParameterModel model = New(parameter, role);
            switch (role)
            {
                case ParameterRole.CancellationToken:
                    ReportDuplicate(method, parameter, ref hasToken, "CancellationToken");
                    break;
                case ParameterRole.CallbackUrl:
                    ReportDuplicate(method, parameter, ref hasCallbackUrl, "[CallbackUrl]");
                    ParameterRoles.CheckCallbackUrl(context, parameter);
                    break;
                case ParameterRole.User:
                    ReportDuplicate(method, parameter, ref hasUser, "[User]");
                    ParameterRoles.CheckUser(context, parameter);
                    break;
                case ParameterRole.Metadata:
                    int metadata = _metadata.Parse(parameter, attribute!, out string key);
                    model = model with { Type = metadata, JsonName = key };
                    break;
                default:
                    model = ParseInput(model, parameter, attribute, inputNames);
                    break;
            }

            parameters.Add(model);
        }

        if (!hasToken && !method.IsGenericMethod && !HasTokenOfUnknownType(method))
        {
            context.Report(DeclarationRules.NoCancellationToken, method, FindingTarget.Name, method.Name);
        }

        return parameters;
    }

    /// <summary>
    /// Whether a parameter seems to be a token, but its using directive is missing. The compiler reports that, and after the fix there is a
    /// token.
    /// </summary>
    private static bool HasTokenOfUnknownType(IMethodSymbol method)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.Type is { TypeKind: TypeKind.Error, Name: "CancellationToken" })
            {
                return true;
            }
        }

        return false;
    }

    private ParameterModel ParseInput(
        ParameterModel model, IParameterSymbol parameter, AttributeData? attribute, Dictionary<string, string> inputNames)
    {
        string? given = attribute?.StringArgument(0);
        string name = given ?? JsonNames.Apply(context.Naming, parameter.Name);
        if (given is not null && NameText.MistakeIn(given) is { } mistake)
        {
            context.ReportAt(
                InputRules.InputName,
                parameter,
                attribute!,
                FindingTarget.FirstArgument,
                parameter.Name,
                mistake,
                "the name of the Start input");
        }
        else if (inputNames.TryGetValue(name, out string? other))
        {
            context.Report(InputRules.DuplicateInput, parameter, FindingTarget.Name, other, parameter.Name, name, "[Input]");
        }
        else
        {
            inputNames.Add(name, parameter.Name);
        }

        BytesAsText.Check(parameter.Type, context);
        int type = inputTypes.Parse(parameter.Type);
        bool asText = attribute?.NamedArgument("AsText") is true;
        if (asText && type >= 0 && !CanBeText(inputTypes[type]))
        {
            context.Report(InputRules.AsTextNeedsScalar, parameter.Name, TypeNames.Readable(parameter.Type));
        }

        return model with { Type = type, JsonName = name, AsText = asText };
    }

    private bool CanBeText(InputType type)
    {
        if (type.Kind == InputKind.Nullable)
        {
            type = inputTypes[type.Element];
        }

        return type.Kind == InputKind.Enum || (type.Kind == InputKind.Scalar && !type.Scalar.IsJson() && !type.Scalar.IsBytes());
    }

    private static ParameterModel New(IParameterSymbol parameter, ParameterRole role)
    {
        ITypeSymbol type = NullabilityAttributes.TypeOf(parameter);
        return new()
        {
            Name = TypeNames.Identifier(parameter.Name),
            ClrName = parameter.Name,
            TypeName = TypeNames.Annotated(type),
            Role = role,
            JsonName = "",
            Type = InputTypeParser.None,
            // The default value is checked last, because reading it makes the compiler bind it.
            IsNullable = type.IsNullable()
                || parameter is { Type.IsValueType: false, HasExplicitDefaultValue: true, ExplicitDefaultValue: null },
            CanBeNull = type.CanHoldNull(),
            AsText = false,
        };
    }

    private void CheckDelivery(IMethodSymbol method, ResultKind result, bool hasCallbackUrl, List<ParameterModel> parameters)
    {
        if (result == ResultKind.AcceptedRun && !hasCallbackUrl)
        {
            string advice = ParameterGuesses.CallbackUrlOf(method) is { } meant
                ? $"mark '{meant.Name}' with [CallbackUrl]"
                : "add a parameter '[CallbackUrl] Uri callbackUrl'";
            context.Report(ResultRules.NoCallbackUrl, method, FindingTarget.Name, method.Name, advice);
        }
        else if (result == ResultKind.AcceptedRun)
        {
            CheckCallbackUrlIsGiven(method, parameters);
        }
        else if (result != ResultKind.AcceptedRun && hasCallbackUrl && method.ReturnType is INamedTypeSymbol task && task.IsTask())
        {
            context.Report(ResultRules.CallbackUrlWithoutAcceptedRun, method, FindingTarget.Type, method.Name);
        }
    }

    private void CheckCallbackUrlIsGiven(IMethodSymbol method, List<ParameterModel> parameters)
    {
        for (int i = 0; i < parameters.Count; i++)
        {
            if (parameters[i] is { Role: ParameterRole.CallbackUrl, IsNullable: true }
                && ParameterRoles.CanBeCallbackUrl(method.Parameters[i].Type))
            {
                context.Report(ResultRules.NullableCallbackUrl, method.Parameters[i], FindingTarget.Type, method.Parameters[i].Name);
            }
        }
    }

    private void ReportDuplicate(IMethodSymbol method, IParameterSymbol parameter, ref bool has, string role)
    {
        if (has)
        {
            context.Report(DeclarationRules.DuplicateRole, parameter, FindingTarget.Name, method.Name, role + " parameter");
        }

        has = true;
    }

    private static string RefKindText(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Ref => "ref",
        RefKind.Out => "out",
        RefKind.In => "in",
        RefKind.None => "params " + TypeNames.Readable(parameter.Type),
        _ => "ref readonly",
    };
}
