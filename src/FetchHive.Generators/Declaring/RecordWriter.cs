using System.Collections.Generic;
using System.Text;

using FetchHive.Generators.Parsing;

namespace FetchHive.Generators.Declaring;

/// <summary>Writes the type of an object: a positional record, or a class with a constructor if records don't compile.</summary>
internal static class RecordWriter
{
    private const int MaxLineLength = 110;

    public static string Write(DeclaredRecord record, DeclarationOptions options)
    {
        StringBuilder text = new(
            $"/// <summary>{record.Summary}"
            + $"{(record.Summary.EndsWith(" of", System.StringComparison.Ordinal) ? " the workflow" : "")}.</summary>\n");
        if (options.HasRecords)
        {
            WriteRecord(text, record, options);
        }
        else
        {
            WriteClass(text, record, options);
        }

        return text.ToString();
    }

    /// <summary>Writes a property as a parameter of a positional record.</summary>
    public static string Parameter(DeclaredProperty property, DeclarationOptions options)
    {
        string attributes = AttributesOf(property, options, "property: ");
        return (attributes.Length > 0 ? attributes + " " : "") + property.Type.Written(options.HasNullable) + " " + property.Name;
    }

    private static void WriteRecord(StringBuilder text, DeclaredRecord record, DeclarationOptions options)
    {
        List<string> parameters = [];
        bool hasAttributes = false;
        foreach (DeclaredProperty property in record.Properties)
        {
            hasAttributes |= AttributesOf(property, options, "property: ").Length > 0;
            parameters.Add(Parameter(property, options));
        }

        string head = $"{options.Access} sealed record {record.Name}(";
        string line = head + string.Join(", ", parameters) + ");";
        if (line.Length <= MaxLineLength && !(hasAttributes && parameters.Count > 1))
        {
            text.Append(line);
            return;
        }

        text.Append(head);
        for (int i = 0; i < parameters.Count; i++)
        {
            text.Append(i == 0 ? "\n    " : ",\n    ").Append(parameters[i]);
        }

        text.Append(");");
    }

    private static void WriteClass(StringBuilder text, DeclaredRecord record, DeclarationOptions options)
    {
        text.Append(options.Access).Append(" sealed class ").Append(record.Name)
            .Append("\n{\n    /// <summary>Makes one.</summary>\n    public ")
            .Append(record.Name).Append('(');
        for (int i = 0; i < record.Properties.Count; i++)
        {
            DeclaredProperty property = record.Properties[i];
            text.Append(i == 0 ? "" : ", ").Append(property.Type.Written(options.HasNullable)).Append(' ').Append(ParameterOf(property));
        }

        text.Append(")\n    {\n");
        foreach (DeclaredProperty property in record.Properties)
        {
            text.Append("        ").Append(property.Name).Append(" = ").Append(ParameterOf(property)).Append(";\n");
        }

        text.Append("    }\n");
        foreach (DeclaredProperty property in record.Properties)
        {
            string attributes = AttributesOf(property, options, "");
            text.Append("\n    /// <summary>Sent or read as <c>")
                .Append(Xml.Escape(property.JsonName ?? JsonNames.Apply(options.Naming, property.Name)))
                .Append("</c>.</summary>\n")
                .Append(attributes.Length > 0 ? "    " + attributes + "\n" : "")
                .Append("    public ").Append(property.Type.Written(
                    options.HasNullable)).Append(' ').Append(property.Name).Append(" { get; }\n");
        }

        text.Append('}');
    }

    private static string ParameterOf(DeclaredProperty property) =>
        CSharpNames.Escape(char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1));

    private static string AttributesOf(DeclaredProperty property, DeclarationOptions options, string target)
    {
        const string Serialization = "System.Text.Json.Serialization";
        List<string> attributes = [];
        if (property.JsonName is { } name)
        {
            attributes.Add($"[{target}{options.NameOf(Serialization, "JsonPropertyName")}({CSharpNames.Literal(name)})]");
        }

        if (property.IsLeftOut)
        {
            attributes.Add(
                $"[{target}{options.NameOf(Serialization, "JsonIgnore")}(Condition = "
                    + $"{options.NameOf(Serialization, "JsonIgnoreCondition")}.WhenWritingNull)]");
        }

        return string.Join(" ", attributes);
    }
}
