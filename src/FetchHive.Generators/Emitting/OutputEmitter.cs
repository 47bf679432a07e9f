using System.Collections.Generic;

using FetchHive.Generators.Model;

namespace FetchHive.Generators.Emitting;

/// <summary>
/// Writes the readers of outputs, and the metadata that System.Text.Json needs to read them without reflection.
/// </summary>
internal static class OutputEmitter
{
    // Names inside the class of readers.
    public const string Options = nameof(Options);
    public const string ContextOptionsField = "ContextOptions";

    /// <summary>The expression for a method's output reader.</summary>
    public static string ReaderOf(MethodModel method, ClientNames names) => ReaderOf(ReaderModel.Of(method), names);

    /// <summary>The expression for a reader.</summary>
    public static string ReaderOf(ReaderModel reader, ClientNames names) => reader.Form switch
    {
        OutputForm.Text => $"{Known.OutputReader}.{(reader.AcceptsNull ? "NullableText" : "Text")}",
        OutputForm.Image => $"{Known.OutputReader}.{(reader.AcceptsNull ? "NullableImage" : "Image")}",
        _ => $"{names.Outputs}.{names.OutputReader(reader)}",
    };

    /// <summary>The options of the user's own context.</summary>
    public static string ContextOptions(ContractModel contract, string modifier, string field) =>
        $"{modifier} static readonly {Known.SerializerOptions} {field} = "
            + $"{Known.OutputJson}.CreateContextOptions({contract.JsonContext}.Default, {Known.NamingRule}.{contract.Naming});";

    public static void Emit(SourceWriter writer, ContractModel contract, ClientNames names)
    {
        List<ReaderModel> readers = ReadersOf(contract, names);
        bool usesContext = false;
        bool usesMetadata = false;
        foreach (ReaderModel model in readers)
        {
            bool isContext = contract.OutputTypes[model.Type].Kind == OutputTypeKind.Context;
            usesContext |= isContext;
            usesMetadata |= !isContext;
        }

        if (readers.Count == 0)
        {
            return;
        }

        writer.Line();
        string kind = usesMetadata ? "sealed" : "static";
        using (writer.Open($"private {kind} class {names.Outputs}{(usesMetadata ? " : " + Known.OutputResolver : "")}"))
        {
            if (usesContext)
            {
                writer.Line(ContextOptions(contract, "private", ContextOptionsField));
            }

            if (usesMetadata)
            {
                (string method, string context) = contract.JsonContext is null
                    ? ("CreateOptions", "")
                    : ("CreateOptionsWithContext", $", {contract.JsonContext}.Default");
                writer.Line(
                    $"private static readonly {Known.SerializerOptions} {Options} = {Known.OutputJson}.{method}("
                        + $"new {names.Outputs}(){context}, {Known.NamingRule}.{contract.Naming});");
            }

            foreach (ReaderModel model in readers)
            {
                string options = contract.OutputTypes[model.Type].Kind == OutputTypeKind.Context ? ContextOptionsField : Options;
                string type = model.TypeName;
                writer.Line();
                string reader = names.OutputReader(model);

                string acceptsNull = model.AcceptsNull ? "true" : "false";
                string items = model.NonNullItems == 0 ? "" : $", nonNullItems: {OutputMemberText.Number(model.NonNullItems)}";
                writer.Line($"internal static readonly {Known.OutputReader}<{type}> {reader} =");
                using (writer.Continue())
                {
                    writer.Line($"{Known.OutputReader}.Json<{type}>({options}, acceptsNull: {acceptsNull}{items});");
                }
            }

            if (usesMetadata)
            {
                writer.Line();
                new OutputMetadataEmitter(writer, contract, names).Emit();
            }
        }
    }

    /// <summary>All JSON readers, without duplicates: those of outputs, and those of tools' arguments.</summary>
    private static List<ReaderModel> ReadersOf(ContractModel contract, ClientNames names)
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
            if (reader.Form == OutputForm.Json && seen.Add(names.OutputReader(reader)))
            {
                readers.Add(reader);
            }
        }
    }
}
