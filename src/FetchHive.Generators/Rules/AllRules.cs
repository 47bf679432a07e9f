using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Rules;

/// <summary>The rules, by who reports them.</summary>
internal static class AllRules
{
    /// <summary>What the generator itself reports, where no analyzers run.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfTheGenerator { get; } = ImmutableArray.Create(BuildRules.NoClient);

    /// <summary>What is found by parsing a declaration.</summary>
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

    /// <summary>What is found in snippets by themselves.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfSnippets { get; } = ImmutableArray.Create(
        SnippetRules.Unreadable,
        SnippetRules.Differing,
        SnippetRules.Secret);

    /// <summary>What is found by comparing a declaration with its snippet.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfComparisons { get; } = ImmutableArray.Create(
        SnippetRules.UnknownInput,
        SnippetRules.MissingInput,
        SnippetRules.OtherKind,
        SnippetRules.UnknownProperty,
        SnippetRules.NearName,
        SnippetRules.NoSnippet,
        SnippetRules.UnfitOutput,
        SnippetRules.Undeclared);

    /// <summary>What is found where a deployment is called; each by an analyzer of its own.</summary>
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
