using System;

namespace FetchHive;

/// <summary>
/// Makes a method of a deployment a tool that an agent can call. If Microsoft.Extensions.AI.Abstractions is referenced, the source
/// generator writes an extension method <c>Create…Tool</c> for the interface, which returns an <c>AIFunction</c>.
/// </summary>
/// <remarks>
/// The model supplies the inputs. The application supplies metadata, the user and the callback URL, as arguments of <c>Create…Tool</c>.
/// Descriptions come from the XML documentation of the method, its parameters and the properties of their types, or from
/// <see cref="System.ComponentModel.DescriptionAttribute"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class AgentToolAttribute : Attribute
{
    /// <summary>
    /// Makes the method a tool that is named after the interface and the method: <c>research_brief</c> for <c>IResearchBrief.RunAsync</c>,
    /// <c>research_brief_outline</c> for <c>IResearchBrief.OutlineAsync</c>.
    /// </summary>
    public AgentToolAttribute()
    {
    }

    /// <summary>Makes the method a tool with this name.</summary>
    /// <param name="name">The name that the model sees: 1 to 64 ASCII letters, digits, <c>_</c> and <c>-</c>.</param>
    public AgentToolAttribute(string name) => Name = name;

    /// <summary>
    /// The tool's name, which the model sees; <see langword="null"/> if the tool is named after the interface and the method.
    /// </summary>
    public string? Name { get; }
}
