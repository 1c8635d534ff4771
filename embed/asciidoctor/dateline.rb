# frozen_string_literal: true

# Draws every block of style "dateline" as the map of the article or the facts it holds.
#
#     .Who takes part
#     [dateline,file=article.txt,style=dark,size=web]
#     ----
#     ----
#
#     asciidoctor -r ./dateline.rb report.adoc
#
# The block's text is an article or facts as JSON; with file= that file is read instead. Attributes that are the program's options
# are handed to it (a block's title is its caption, so that the map's is map-title). The picture is SVG for HTML and PDF (asciidoctor-pdf), PNG for the rest, kept under the hash of what it was made
# from in dateline-files/ beside the output (attribute dateline-folder). The program is `dateline` on the PATH, the attribute
# dateline-program, or the environment's DATELINE.

require 'asciidoctor'
require 'asciidoctor/extensions'
require 'digest'
require 'fileutils'
require 'open3'

class DatelineBlock < Asciidoctor::Extensions::BlockProcessor
  OPTIONS = %w[style size dpi scale frame projection center worldview shapes subtitle source language].freeze

  use_dsl
  named :dateline
  on_contexts :listing, :literal, :open, :paragraph
  parse_content_as :raw

  def process(parent, reader, attributes)
    document = parent.document
    input = attributes['file'] ? File.binread(File.join(document.base_dir, attributes['file'])) : "#{reader.read}\n"
    options = OPTIONS.select { |name| attributes[name] }.map { |name| "--#{name}=#{attributes[name]}" }
    options << "--title=#{attributes['map-title']}" if attributes['map-title']
    program = document.attr('dateline-program') || ENV['DATELINE'] || 'dateline'
    target = draw(document, program, input, options)
    words = run(program, ['describe', '-', '-q', *options.grep(/\A--(style|language)=/)], input).strip
    image = { 'target' => target, 'alt' => attributes['alt'] || words, 'width' => attributes['width'] || '100%' }
    image['role'] = 'dateline'
    block = create_image_block(parent, image)
    block.title = attributes['caption'] || attributes['title'] if attributes['caption'] || attributes['title']
    block.id = attributes['id'] if attributes['id']
    block
  end

  private

  def draw(document, program, input, options)
    suffix = %w[html pdf].include?(document.attr('basebackend')) ? 'svg' : 'png'
    folder = document.attr('dateline-folder') || 'dateline-files'
    version = run(program, ['--version'], '')
    name = "#{Digest::SHA256.hexdigest([*options, version, input].join("\0"))[0, 16]}.#{suffix}"
    path = File.join(document.attr('outdir') || document.base_dir, folder, name)
    FileUtils.mkdir_p(File.dirname(path))
    unless File.exist?(path)
      facts = input.match?(/\A\s*\{/) && input[0, 4096].include?('"dateline"')
      run(program, [facts ? 'draw' : 'map', '-', '-q', *options, '-o', path], input)
    end
    File.join(folder, name)
  end

  # Arguments go over one by one: no shell ever sees them.
  def run(program, arguments, input)
    said, problem, status = Open3.capture3(program, *arguments, stdin_data: input, binmode: true)
    raise "dateline: #{problem.strip}" unless status.success?

    said.force_encoding('UTF-8')
  end
end

Asciidoctor::Extensions.register { block DatelineBlock }
