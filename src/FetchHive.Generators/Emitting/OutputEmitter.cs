using System.Collections.Generic;

using FetchHive.Generators.Model;

namespace FetchHive.Generators.Emitting;

/// <summary>
/// Writes the readers of outputs, and the descriptions from which the runtime makes the metadata that System.Text.Json needs to read them
/// without reflection.
/// </summary>
internal static class OutputEmitter
{
    /// <summary>The expression for a method's output reader.</summary>
    public static string ReaderOf(MethodModel method, ContractModel contract, ClientNames names) =>
        ReaderOf(ReaderModel.Of(method), contract, names);

    /// <summary>The expression for a reader.</summary>
    public static string ReaderOf(ReaderModel reader, ContractModel contract, ClientNames names) => reader.Form switch
    {
        OutputForm.Text => $"{Known.OutputReader}.{(reader.AcceptsNull ? "NullableText" : "Text")}",
        OutputForm.Image => $"{Known.OutputReader}.{(reader.AcceptsNull ? "NullableImage" : "Image")}",
        _ => (IsOfContext(reader, contract) ? names.Contexts + "." : "") + names.Reader(reader),
    };

    /// <summary>Whether the user's own context has the metadata.</summary>
    public static bool IsOfContext(ReaderModel reader, ContractModel contract) =>
        contract.OutputTypes[reader.Type].Kind == OutputTypeKind.Context;

    /// <summary>The arguments that say which nulls a reader accepts.</summary>
    public static string Choices(ReaderModel reader) =>
        $"acceptsNull: {(reader.AcceptsNull ? "true" : "false")}"
            + (reader.NonNullItems == 0 ? "" : $", nonNullItems: {OutputMemberText.Number(reader.NonNullItems)}");

    public static void Emit(SourceWriter writer, ContractModel contract, ClientNames names)
    {
        List<ReaderModel> readers = ReadersOf(contract, names).FindAll(reader => !IsOfContext(reader, contract));
        if (readers.Count == 0)
        {
            return;
        }

        writer.Line();
        new OutputMetadataEmitter(writer, contract, names).Emit();
        foreach (ReaderModel reader in readers)
        {
            writer.Line();
            writer.Line(
                $"private static readonly {Known.OutputReader}<{reader.TypeName}> {names.Reader(reader)} = "
                    + $"{names.Outputs}.Reader<{reader.TypeName}>({Choices(reader)});");
        }
    }

    /// <summary>All JSON readers, without duplicates: those of outputs, and those of tools' arguments.</summary>
    public static List<ReaderModel> ReadersOf(ContractModel contract, ClientNames names)
    {
        List<ReaderModel> readers = [];
        HashSet<string> seen = [];
        foreach (MethodModel method in contract.Methods)
        {
            Add(ReaderModel.Of(method));
        }

        foreach (MethodModel method in contract.Methods)
        {
            foreach (ToolParameter parameter in method.Tool?.Parameters ?? default)
            {
                Add(parameter.Reader);
            }
        }

        return readers;

        void Add(ReaderModel reader)
        {
            if (reader.Form == OutputForm.Json && seen.Add(names.Reader(reader)))
            {
                readers.Add(reader);
            }
        }
    }
}
