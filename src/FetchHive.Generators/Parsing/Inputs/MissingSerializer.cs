using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Reports that only a serializer can write a type, and that none is known.</summary>
internal static class MissingSerializer
{
    public static void Report(ITypeSymbol type, string reason, ParseContext context)
    {
        if (context.HasWrongJsonContext)
        {
            // The types of the right context aren't known.
            context.HasMissingTypes = true;
        }
        else if (context.JsonContext is not { } json)
        {
            context.Report(InputRules.NeedsSerializer, type, context.Path, TypeNames.Readable(type), reason);
        }
        else
        {
            context.Report(InputRules.ContextDoesNotKnow, type, context.Path, TypeNames.Readable(type), reason, json.ReadableName);
        }
    }
}
