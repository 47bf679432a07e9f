using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Rules;

/// <summary>The rules, by the analyzer that reports them.</summary>
internal static class AllRules
{
    /// <summary>The rules for declarations, found by parsing.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfDeclarations { get; } = ImmutableArray.Create(
        DeclarationRules.InterfaceNotPartial,
        DeclarationRules.ContainingTypeNotPartial,
        DeclarationRules.BlankName,
        DeclarationRules.GenericInterface,
        DeclarationRules.NotInvocable,
        DeclarationRules.GenericMethod,
        DeclarationRules.ReturnType,
        DeclarationRules.ParameterByReference,
        DeclarationRules.DuplicateRole,
        DeclarationRules.NoCancellationToken,
        DeclarationRules.NotAccessible,
        DeclarationRules.LanguageVersion,
        DeclarationRules.ConflictingRoles,
        DeclarationRules.InaccessibleMember,
        DeclarationRules.UserType,
        DeclarationRules.JsonContextType,
        DeclarationRules.Unseen,
        DeclarationRules.ToolMethod,
        DeclarationRules.NamelessType,
        InputRules.NoJsonForm,
        InputRules.UnknownShape,
        InputRules.DuplicateInput,
        InputRules.InputName,
        InputRules.MultiDimensionalArray,
        InputRules.DictionaryKey,
        InputRules.BytesAsText,
        InputRules.NeedsSerializer,
        InputRules.ContextDoesNotKnow,
        InputRules.AsTextNeedsScalar,
        InputRules.EmptyInput,
        InputRules.InputsInOne,
        InputRules.NotReadable,
        InputRules.OtherSerializer,
        InputRules.CollectionLoses,
        MetadataRules.MetadataCollection,
        MetadataRules.MetadataObject,
        MetadataRules.MetadataDictionary,
        MetadataRules.MetadataKey,
        MetadataRules.EmptyMetadata,
        MetadataRules.SecretInMetadata,
        MetadataRules.MetadataAsInput,
        ResultRules.NoCallbackUrl,
        ResultRules.CallbackUrlWithoutAcceptedRun,
        ResultRules.CallbackUrlType,
        ResultRules.UnreadableOutput,
        ResultRules.ContextDoesNotKnowOutput,
        ResultRules.EmptyOutput,
        ResultRules.CallbackUrlAsInput,
        ResultRules.NullableCallbackUrl,
        ResultRules.UnfilledMember);

    /// <summary>The rules for snippets themselves.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfSnippets { get; } = ImmutableArray.Create(
        SnippetRules.Unreadable,
        SnippetRules.Differing,
        SnippetRules.Secret);

    /// <summary>The rules for a declaration compared with its snippet.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfComparisons { get; } = ImmutableArray.Create(
        SnippetRules.UnknownInput,
        SnippetRules.MissingInput,
        SnippetRules.OtherKind,
        SnippetRules.UnknownProperty,
        SnippetRules.NearName,
        SnippetRules.NoSnippet,
        SnippetRules.UnfitOutput,
        SnippetRules.Undeclared);
}
