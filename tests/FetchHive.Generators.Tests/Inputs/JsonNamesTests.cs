using System;
using System.Text;
using System.Text.Json;

using FetchHive.Generators.Parsing;

namespace FetchHive.Generators.Tests.Inputs;

/// <summary>The names that the generator writes are those that System.Text.Json reads and writes.</summary>
public sealed class JsonNamesTests
{
    // Letters of every case, including title case and no case, digits of two scripts, letter numbers, connectors, marks and a space. C#
    // names can't have a space, but the policy accepts it.
    private const string Alphabet = "aabcxyzABCXYZ0129__ßéÉǅİıяЯ日ª²٣Ⅷ‿\u0301- ";

    [Theory]
    [InlineData("maxWords", "max_words")]
    [InlineData("URLValue", "url_value")]
    [InlineData("IOStream", "io_stream")]
    [InlineData("SHA256Hash", "sha256_hash")]
    [InlineData("already_snake", "already_snake")]
    [InlineData("_leading", "_leading")]
    [InlineData("Trailing_", "trailing_")]
    [InlineData("X", "x")]
    [InlineData("iPhone15Pro", "i_phone15_pro")]
    [InlineData("", "")]
    public void Snake_case_is_as_expected(string name, string expected) =>
        Assert.Equal(expected, JsonNames.Apply(JsonNames.SnakeCase, name));

    [Fact]
    public void Naming_agrees_with_System_Text_Json_for_any_name()
    {
        Random random = new(20260403);
        for (int i = 0; i < 50_000; i++)
        {
            string name = NextName(random);
            Assert.Equal(JsonNamingPolicy.SnakeCaseLower.ConvertName(name), JsonNames.Apply(JsonNames.SnakeCase, name));
            Assert.Equal(JsonNamingPolicy.CamelCase.ConvertName(name), JsonNames.Apply(JsonNames.CamelCase, name));
            Assert.Equal(name, JsonNames.Apply(JsonNames.AsDeclared, name));
        }
    }

    private static string NextName(Random random)
    {
        StringBuilder name = new();
        for (int length = random.Next(12); length > 0; length--)
        {
            name.Append(Alphabet[random.Next(Alphabet.Length)]);
        }

        return name.ToString();
    }
}
