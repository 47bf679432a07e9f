using FetchHive.Generators.Findings;
using FetchHive.Generators.Model;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// Finds parameters that are sent as inputs because they have no attribute, although their name or type indicates another place in the
/// request. <c>[Input]</c> on a parameter confirms that it is an input.
/// </summary>
internal static class MisplacedParameters
{
    public static void Check(ParseContext context, InputTypeParser types, IMethodSymbol method, MethodModel model)
    {
        // Parameters in another assembly can't be changed here.
        if (!SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, context.Contract.ContainingAssembly))
        {
            return;
        }

        int inputs = 0;
        int last = 0;
        for (int i = 0; i < model.Parameters.Length; i++)
        {
            if (model.Parameters[i].Role != ParameterRole.Input)
            {
                continue;
            }

            inputs++;
            last = i;
            if (model.Parameters[i].Type >= 0
                && !ParameterGuesses.IsDecided(method.Parameters[i])
                && MetadataIn(method.Parameters[i], types[model.Parameters[i].Type]) is { } why)
            {
                context.Report(
                    MetadataRules.MetadataAsInput, method.Parameters[i], FindingTarget.Name, method.Parameters[i].Name, why,
                    model.Parameters[i].JsonName);
            }
        }

        if (inputs == 1 && model.Parameters[last].Type >= 0 && IsAllInputs(method.Parameters[last], types, model.Parameters[last].Type))
        {
            context.Report(
                InputRules.InputsInOne, method.Parameters[last], FindingTarget.Name, method.Parameters[last].Name,
                model.Parameters[last].JsonName);
        }

        if (model.Result != ResultKind.AcceptedRun && ParameterGuesses.CallbackUrlOf(method) is { } callbackUrl)
        {
            string input = model.Parameters[method.Parameters.IndexOf(callbackUrl)].JsonName;
            context.Report(ResultRules.CallbackUrlAsInput, callbackUrl, FindingTarget.Name, callbackUrl.Name, input);
        }
    }

    /// <summary>Why a parameter is probably metadata; <see langword="null"/> if it isn't.</summary>
    private static string? MetadataIn(IParameterSymbol parameter, InputType type)
    {
        ITypeSymbol held = parameter.Type.UnwrapNullable();
        bool isDictionary = Collections.IsDictionary(held, out _, out ITypeSymbol value);
        if (Scalars.KindOf(held) == ScalarKind.MetadataValue
            || (isDictionary && Scalars.KindOf(value.UnwrapNullable()) == ScalarKind.MetadataValue))
        {
            return "is of a type that is made for metadata";
        }

        return ParameterGuesses.Is(parameter, "metadata") && type.Kind is InputKind.Dictionary or InputKind.Object
            ? "is called metadata"
            : null;
    }

    /// <summary>Whether a parameter is probably an object of all inputs, by its name.</summary>
    private static bool IsAllInputs(IParameterSymbol parameter, InputTypeParser types, int type)
    {
        InputType input = types[type].Kind == InputKind.Nullable ? types[types[type].Element] : types[type];
        bool isObject = input is { Kind: InputKind.Object or InputKind.Dictionary }
            or { Kind: InputKind.Scalar, Scalar: ScalarKind.JsonObject };
        return isObject && !ParameterGuesses.IsDecided(parameter)
            && (ParameterGuesses.Is(parameter, "request")
                || ParameterGuesses.Is(parameter, "inputs")
                || ParameterGuesses.Is(parameter, "input")
                || ParameterGuesses.Is(parameter, "body")
                || ParameterGuesses.Is(parameter, "payload"));
    }
}
