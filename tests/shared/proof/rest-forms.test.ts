import { describe, expect, test } from 'vitest'
import { verbForm } from '../../../shared/proof/rules/verb-form.ts'
import { findWith, fixWith } from '../../kit/rule-under-test.ts'

describe('laying for lying, setting for sitting', () => {
  test.each([
    ['The eleven horses laying on the grass looked dead.', 'The eleven horses lying on the grass looked dead.'],
    ['Bottles were laying everywhere.', 'Bottles were lying everywhere.'],
    ['I have been laying here all day.', 'I have been lying here all day.'],
    ['She found him laying in the snow.', 'She found him lying in the snow.'],
    ['I hated laying there.', 'I hated lying there.'],
    ['He just laid there.', 'He just lay there.'],
    ['She laid down for a nap.', 'She lay down for a nap.'],
    ['It had been setting under a tarp since the funeral.', 'It had been sitting under a tarp since the funeral.'],
    ['The truck has been setting there for a year.', 'The truck has been sitting there for a year.'],
    ['He was setting on the porch.', 'He was sitting on the porch.'],
    ['There was a box setting on the step.', 'There was a box sitting on the step.'],
    ['We found her setting in the dark.', 'We found her sitting in the dark.'],
  ])('%s is mended', (wrong, right) => {
    expect(fixWith(verbForm, wrong)).toBe(right)
  })

  test.each([
    'The sun was setting behind the hill.',
    'The moon was setting over the barn.',
    'She was setting the table.',
    'A hen was setting on her eggs.',
    'He was setting off for home.',
    'They were laying out the body.',
    'He was laying bricks.',
    'He was laying on the charm.',
    'I was laying in supplies.',
    'He laid his hand on the table.',
    'He laid down the law.',
    '“He was setting on the porch,” she said.',
  ])('%s is left alone', (text) => {
    expect(findWith(verbForm, text)).toEqual([])
  })
})
