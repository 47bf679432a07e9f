using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Rules;

/// <summary>The rules, by the analyzer that reports them.</summary>
internal static class AllRules
{
    /// <summary>The rule that the generator itself reports if no analyzers run.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfTheGenerator { get; } = ImmutableArray.Create(BuildRules.NoClient);

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

    /// <summary>The rules for calls of a deployment. Each has its own analyzer.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfCalls { get; } = ImmutableArray.Create(
        CallRules.JsonTextAsInput,
        CallRules.EmptyMetadataKey,
        CallRules.CallbackUrl,
        CallRules.KeyInSource,
        CallRules.DiscardedRun,
        CallRules.SecretWritten,
        CallRules.DroppedTask,
        CallRules.RefusedOption,
        UseRules.RetriedRun,
        UseRules.CallsEnumeratedAgain,
        UseRules.ResilienceHandler,
        UseRules.UncheckedSignature,
        UseRules.WrittenTask,
        UseRules.ShortHttpClient,
        UseRules.DerivedInput,
        UseRules.DisposedClient,
        UseRules.ClientPerCall,
        UseRules.UnreachableCatch);
}
